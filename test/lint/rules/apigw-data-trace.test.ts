import { apigwDataTrace } from '../../../src/lint/rules/apigw-data-trace.ts';
import { tester } from '../tester.ts';

const sam = (setting: string): string => `Transform: AWS::Serverless-2016-10-31
Globals:
  Api:
    MethodSettings:
      - ResourcePath: /*
        HttpMethod: '*'
${setting}Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: s, DefinitionUri: 's3://a/b'}}
`;
const deployment = (properties: string): string =>
  `Resources: {D: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: x, StageDescription: {${properties}}}}}\n`;

tester.run(apigwDataTrace, {
  valid: [
    sam('        DataTraceEnabled: false\n        LoggingLevel: INFO\n'),
    sam('        DataTraceEnabled: !Ref Later\n'),
    sam('        LoggingLevel: "OFF"\n        DataTraceEnabled: true\n'),
    deployment('LoggingLevel: INFO'),
  ],
  invalid: [
    {
      template: sam("        DataTraceEnabled: 'true' # for now\n        LoggingLevel: INFO\n"),
      problems: [{ messageId: 'on', line: 7, column: 27, endColumn: 33 }],
      output: sam("        DataTraceEnabled: 'false' # for now\n        LoggingLevel: INFO\n"),
    },
    {
      template: deployment('DataTraceEnabled: true, MethodSettings: [{DataTraceEnabled: !If [Dev, true, false]}]'),
      problems: [
        { messageId: 'on', line: 1, column: 116 },
        { messageId: 'on', line: 1, column: 168 },
      ],
      output: deployment('DataTraceEnabled: false, MethodSettings: [{DataTraceEnabled: !If [Dev, false, false]}]'),
    },
  ],
});
