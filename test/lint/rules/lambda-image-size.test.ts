import { lambdaImageSize } from '../../../src/lint/rules/lambda-image-size.ts';
import { tester } from '../tester.ts';

const sizes = (bytes: Record<string, number>) => ({
  unpacked: (path: string) => bytes[path],
  packed: (path: string) => bytes[path],
});

const image = (properties: string) => `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {PackageType: Image, ${properties}}
`;

tester.run(lambdaImageSize, {
  valid: [
    { template: image('ImageUri: img.tar'), sizes: sizes({ 'img.tar': 10_737_418_240 }) },
    image('ImageConfig: {Command: [a]}'),
  ],
  invalid: [
    {
      template: image('ImageUri: img.tar'),
      sizes: sizes({ 'img.tar': 10_737_418_241 }),
      problems: [{ messageId: 'image', line: 4, column: 48, data: { bytes: 10_737_418_241 } }],
    },
    {
      template: image(`ImageConfig: {Command: [${'x'.repeat(16_384)}]}`),
      problems: [{ messageId: 'config', line: 4, column: 38 }],
    },
  ],
});
