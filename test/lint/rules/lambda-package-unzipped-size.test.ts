import { lambdaPackageUnzippedSize } from '../../../src/lint/rules/lambda-package-unzipped-size.ts';
import { lambda } from '../templates.ts';
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

tester.run(lambdaPackageUnzippedSize, {
  valid: [
    { template: code('CodeUri: src/'), sizes: sizes({ 'src/': 200_000_000 }) },
    { template: code('CodeUri: s3://b/k'), sizes: sizes({ 's3://b/k': 900_000_000 }) },
    code('CodeUri: nowhere/'),
    { template: code('CodeUri: ./src'), sizes: sizes({ './src': 235_929_599 }) },
    {
      // Of two layers that exclude each other only one counts.
      template: code('CodeUri: src/, Layers: [!If [A, !Ref Layer, !Ref Other]]'),
      sizes: sizes({ 'src/': 200_000_000, 'layer/': 100_000_000 }),
    },
    {
      template: code('CodeUri: src/, PackageType: Image, ImageUri: x'),
      sizes: sizes({ 'src/': 300_000_000 }),
    },
    { template: code('CodeUri: src/, InlineCode: x'), sizes: sizes({ 'src/': 300_000_000 }) },
  ],
  invalid: [
    {
      template: code('CodeUri: src/, Layers: [!Ref Layer]'),
      sizes: sizes({ 'src/': 262_143_000, 'layer/': 1001 }),
      problems: [{ messageId: 'over', line: 5, column: 62, data: { bytes: 262_144_001 } }],
    },
    {
      template: code('CodeUri: src/, Layers: [arn:x, !Ref Layer]'),
      sizes: sizes({ 'src/': 240_000_000, 'layer/': 1 }),
      problems: [{ messageId: 'near', line: 5, column: 62, level: 'warning', data: { atLeast: 'at least' } }],
    },
    {
      template: code('CodeUri: src/, Layers: !If [A, [!Ref Layer], [!Ref Layer, arn:x]]'),
      sizes: sizes({ 'src/': 262_143_000, 'layer/': 1001 }),
      problems: [{ messageId: 'over', line: 5, column: 62, data: { bytes: 262_144_001 } }],
    },
    {
      template: code('CodeUri: s3://b/k'),
      sizes: sizes({ 'layer/': 262_144_001 }),
      problems: [{ messageId: 'over', line: 2, column: 73, data: { id: 'Layer', excess: 1 } }],
    },
    {
      // What `aws cloudformation package` uploads.
      template: lambda('Code: app.zip'),
      sizes: sizes({ 'app.zip': 262_144_001 }),
      problems: [{ messageId: 'over', line: 4, column: 24 }],
    },
    {
      template: lambda('Code: app.zip'),
      sizes: sizes({ 'app.zip': 262_144_000 }),
      problems: [{ messageId: 'near', line: 4, column: 24, level: 'warning' }],
    },
  ],
});
