import { samGlobalsIf } from '../../../src/lint/rules/sam-globals-if.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const template = (globals: string, own: string) => `Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::Region, us-east-1]}
Globals:
  Function: {${globals}}
Resources:
${samFunctionCalled('Fn', own)}`;
const variables = 'Environment: {Variables: {TABLE: a}}';

tester.run(samGlobalsIf, {
  valid: [
    template(variables, 'Environment: {Variables: {LEVEL: !If [IsProd, info, debug]}}'),
    // Each branch has what Globals has.
    template(variables, 'Environment: {Variables: !If [IsProd, {TABLE: b}, {TABLE: c}]}'),
    template(variables, 'MemorySize: !If [IsProd, 512, 256]'),
    template(variables, 'Environment: !Ref AWS::NoValue'),
    template('MemorySize: 256', 'MemorySize: !If [IsProd, 512, 256]'),
    template(
      'VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}',
      'VpcConfig: !If [IsProd, {SubnetIds: [c], SecurityGroupIds: [d]}, !Ref AWS::NoValue]',
    ),
    template(variables, 'Environment: {Variables: !If [IsProd, !FindInMap [A, B, C], {TABLE: c}]}'),
    template(variables, 'Environment: {Variables: !If [IsProd, {LEVEL: a}, {LEVEL: b}]}').replace(
      '    Properties:',
      '    IgnoreGlobals: [Environment]\n    Properties:',
    ),
  ],
  invalid: [
    marked(template(variables, 'Environment: {‹Variables›: !If [IsProd, {LEVEL: info}, {LEVEL: debug}]}'), {
      messageId: 'own',
      data: { names: "'TABLE'", path: 'Environment.Variables' },
    }),
    marked(template(variables, 'Environment: {‹Variables›: !If [IsProd, {TABLE: b}, {LEVEL: debug}]}'), 'own'),
    marked(
      template(
        'Environment: {Variables: !If [IsProd, {TABLE: a}, {TABLE: b}]}',
        'Environment: {‹Variables›: {LEVEL: info}}',
      ),
      {
        messageId: 'global',
        data: { names: "'TABLE'" },
      },
    ),
    marked(template('Layers: [a:1]', '‹Layers›: !If [IsProd, [b:1], !Ref AWS::NoValue]'), {
      messageId: 'own',
      data: { names: "'a:1'" },
    }),
    // The variables are lost inside of what is chosen as a whole.
    marked(template(variables, '‹Environment›: !If [IsProd, {Variables: {LEVEL: info}}, !Ref AWS::NoValue]'), {
      messageId: 'own',
      data: { path: "'Environment'", names: "'TABLE'" },
    }),
  ],
});
