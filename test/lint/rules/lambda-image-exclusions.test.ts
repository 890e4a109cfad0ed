import { lambdaImageExclusions } from '../../../src/lint/rules/lambda-image-exclusions.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaImageExclusions, {
  valid: [
    lambda('PackageType: Image, Code: {ImageUri: x}, ImageConfig: {Command: [a]}'),
    lambda('Handler: a.b, Runtime: nodejs22.x, Code: {ZipFile: x}'),
    lambda('PackageType: !Ref Kind, ImageConfig: {Command: [a]}'),
  ],
  invalid: [
    {
      template: lambda('PackageType: Image, Code: {ImageUri: x}, Handler: a.b, Runtime: java21'),
      problems: [
        { messageId: 'zipOnly', line: 4, column: 59, data: { name: 'Handler' } },
        { messageId: 'zipOnly', line: 4, column: 73, data: { name: 'Runtime' } },
      ],
    },
    { template: lambda('PackageType: Image'), problems: [{ messageId: 'noImage', line: 4, column: 31 }] },
    {
      template: lambda('PackageType: Zip, Code: {ImageUri: x}, ImageConfig: {Command: [a]}'),
      problems: [
        { messageId: 'imageOnly', line: 4, column: 43, data: { name: 'ImageUri' } },
        { messageId: 'imageOnly', line: 4, column: 57, data: { name: 'ImageConfig' } },
      ],
    },
  ],
});
