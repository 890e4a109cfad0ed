import { cfnAllowedValue } from '../../../src/lint/rules/cfn-allowed-value.ts';
import { tester } from '../tester.ts';

const fn = (properties: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
`;

tester.run(cfnAllowedValue, {
  valid: [fn('PackageType: Zip'), fn("RecursiveLoop: '{{resolve:ssm:/loop}}'"), fn('PackageType: !Ref P')],
  invalid: [
    {
      template: fn('RecursiveLoop: ALLOW'),
      problems: [{ messageId: 'suggested', line: 4, column: 33, data: { near: 'Allow' } }],
    },
    {
      template: fn('PackageType: !If [A, Zip, Tarball]'),
      problems: [{ messageId: 'value', line: 4, column: 44, data: { found: 'Tarball' } }],
    },
  ],
});
