import { apigwStageVariables } from '../../../src/lint/rules/apigw-stage-variables.ts';
import { tester } from '../tester.ts';

/** The variables, in flow style, begin at line 5, column 19. */
const stage = (variables: string, further = ''): string => `Resources:
  S:
    Type: AWS::ApiGateway::Stage
    Properties:
      Variables: ${variables}
      RestApiId: x
${further}`;
const many = (count: number): string => `{${Array.from({ length: count }, (_, at) => `v${at}: x`).join(', ')}}`;

tester.run(apigwStageVariables, {
  valid: [
    stage("{a_B1: 'https://example.com/a?b=c&d=e,f#g-h_i~j', n: 1, t: true}"),
    stage('{a: !Ref Later, b: "{{resolve:ssm:/a b}}", c: !If [C, x, !Ref AWS::NoValue]}'),
    stage("{'Fn::Transform': {Name: A b, Parameters: {'a b': c}}}"),
    stage(many(100)),
    stage(`{${'n'.repeat(64)}: ${'v'.repeat(512)}}`),
  ],
  invalid: [
    {
      template: stage("{bad-name: x, a: 'b c', e: '', f: !If [C, x, 'ü']}"),
      problems: [
        { messageId: 'name', line: 5, column: 19, endColumn: 27 },
        { messageId: 'value', line: 5, column: 35, data: { name: 'a', character: 'a blank' } },
        { messageId: 'empty', line: 5, column: 45 },
        { messageId: 'value', line: 5, column: 63, data: { character: "'ü'" } },
      ],
    },
    { template: stage(many(101)), problems: [{ messageId: 'count', line: 5, column: 18, data: { count: 101 } }] },
    {
      template: stage(`{${'n'.repeat(65)}: x, v: ${'v'.repeat(513)}}`),
      problems: [
        { messageId: 'nameLength', line: 5, column: 19 },
        { messageId: 'length', line: 5, column: 92, data: { name: 'v', length: 513 } },
      ],
    },
    {
      template: `Transform: AWS::Serverless-2016-10-31
Globals:
  HttpApi:
    StageVariables: {a-b: x}
Resources:
  R: {Type: AWS::Serverless::Api, Properties: {StageName: s, DefinitionUri: 's3://a/b', Variables: {'c.d': x}}}
  H: {Type: AWS::Serverless::HttpApi, Properties: {DefinitionUri: 's3://a/b'}}
  D:
    Type: AWS::ApiGateway::Deployment
    Properties: {RestApiId: x, StageDescription: {Variables: {e f: x}}, DeploymentCanarySettings: {StageVariableOverrides: {g: h i}}}
`,
      problems: [
        { messageId: 'name', line: 4, column: 22 },
        { messageId: 'name', line: 6, column: 101 },
        { messageId: 'name', line: 10, column: 63 },
        { messageId: 'value', line: 10, column: 128 },
      ],
    },
  ],
});
