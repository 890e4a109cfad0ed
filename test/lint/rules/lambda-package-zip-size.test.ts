import { lambdaPackageZipSize } from '../../../src/lint/rules/lambda-package-zip-size.ts';
import { tester } from '../tester.ts';

const sizes = (bytes: Record<string, number>) => ({
  unpacked: (path: string) => bytes[path],
  packed: (path: string) => bytes[path],
});

const code = (properties: string) => `Resources:
  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer/}}
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, ${properties}}
`;

tester.run(lambdaPackageZipSize, {
  valid: [
    { template: code('CodeUri: app.zip'), sizes: sizes({ 'app.zip': 52_428_800 }) },
    { template: code('CodeUri: src/'), sizes: sizes({ 'src/': 90_000_000 }) },
  ],
  invalid: [
    {
      template: code('CodeUri: app.zip'),
      sizes: sizes({ 'app.zip': 52_428_801 }),
      problems: [{ messageId: 'large', line: 5, column: 62, data: { bytes: 52_428_801 } }],
    },
    {
      template: code('CodeUri: build/app.jar'),
      sizes: sizes({ 'build/app.jar': 60_000_000 }),
      problems: [{ messageId: 'large', line: 5, column: 62 }],
    },
  ],
});
