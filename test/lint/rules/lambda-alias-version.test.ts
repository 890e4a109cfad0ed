import { lambdaAliasVersion } from '../../../src/lint/rules/lambda-alias-version.ts';
import { tester } from '../tester.ts';

const alias = (properties: string) => `Resources:
  Live: {Type: AWS::Lambda::Alias, Properties: {Name: live, ${properties}}}
  Fn: {Type: AWS::Lambda::Function}
  V1: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Other: {Type: AWS::Lambda::Alias, Properties: {Name: other, FunctionName: !Ref Fn, FunctionVersion: '1'}}
`;

tester.run(lambdaAliasVersion, {
  valid: [
    alias('FunctionName: !Ref Fn, FunctionVersion: !GetAtt V1.Version'),
    alias('FunctionName: !GetAtt Fn.Arn, FunctionVersion: 7'),
    alias('FunctionName: "arn:aws:lambda:us-east-1:111122223333:function:a", FunctionVersion: $LATEST'),
    alias('FunctionName: !Ref Name, FunctionVersion: !Ref Version'),
  ],
  invalid: [
    {
      template: alias('FunctionName: !Ref Fn, FunctionVersion: v1'),
      problems: [{ messageId: 'literal', line: 2, column: 101, data: { value: 'v1' } }],
    },
    {
      template: alias('FunctionName: !Ref Other, FunctionVersion: !Ref Other'),
      problems: [
        { messageId: 'function', line: 2, column: 75, data: { name: "'Other'" } },
        { messageId: 'target', line: 2, column: 104, data: { what: 'another alias' } },
      ],
    },
    {
      template: alias(
        "FunctionName: 'arn:aws:lambda:us-east-1:111122223333:function:a:live', FunctionVersion: !Ref V1",
      ),
      problems: [
        { messageId: 'function', line: 2, column: 75 },
        { messageId: 'ref', line: 2, column: 149, data: { found: 'the ARN' } },
      ],
    },
    {
      template: alias('FunctionName: !Ref Fn, FunctionVersion: !If [C, !GetAtt Fn.Arn, !GetAtt V1.FunctionArn]'),
      problems: [
        { messageId: 'target', line: 2, column: 109, data: { what: 'a function' } },
        { messageId: 'ref', line: 2, column: 125, data: { found: "'FunctionArn'" } },
      ],
    },
  ],
});
