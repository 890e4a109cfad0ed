import { lambdaSnapstartIncompatible } from '../../../src/lint/rules/lambda-snapstart-incompatible.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaSnapstartIncompatible, {
  valid: [
    lambda('SnapStart: {ApplyOn: PublishedVersions}, EphemeralStorage: {Size: 512}'),
    lambda('SnapStart: {ApplyOn: None}, EphemeralStorage: {Size: 1024}'),
  ],
  invalid: [
    {
      template: lambda(
        'SnapStart: {ApplyOn: PublishedVersions}, EphemeralStorage: {Size: 1024}, TenancyConfig: {A: b}',
      ),
      problems: [
        { messageId: 'excluded', line: 4, column: 84 },
        { messageId: 'excluded', line: 4, column: 91, data: { feature: 'tenant isolation' } },
      ],
    },
    {
      template: lambda(
        'SnapStart: {ApplyOn: PublishedVersions}',
        '  A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, ProvisionedConcurrencyConfig: {X: 1}}}\n',
      ),
      problems: [{ messageId: 'excluded', line: 5, column: 69, data: { feature: 'provisioned concurrency' } }],
    },
    {
      template: lambda(
        'SnapStart: {ApplyOn: PublishedVersions}',
        '  V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn, ProvisionedConcurrencyConfig: {X: 1}}}\n',
      ),
      problems: [{ messageId: 'excluded', line: 5, column: 71, data: { feature: 'provisioned concurrency' } }],
    },
  ],
});
