import { cfnNameTwice } from '../../../src/lint/rules/cfn-name-twice.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const template = (parameter: string, resources: string) => `Parameters: {${parameter}: {Type: String}}
Resources:
${resources}`;

tester.run(cfnNameTwice, {
  valid: [
    template('A', '  B: {Type: AWS::SNS::Topic}\nOutputs: {A: {Value: a}}\nMappings: {A: {b: {c: d}}}\n'),
    template('FnRole', samFunctionCalled('Fn', 'Role: arn:aws:iam::111122223333:role/a')),
  ],
  invalid: [
    {
      template: template('A', '  A: {Type: AWS::SNS::Topic}\n'),
      problems: [{ messageId: 'twice', line: 3, column: 3, data: { name: 'A' } }],
    },
    {
      template: template('FnRole', samFunctionCalled('Fn', 'Timeout: 5')),
      problems: [{ messageId: 'twice', line: 3, column: 3, data: { name: 'FnRole' } }],
    },
  ],
});
