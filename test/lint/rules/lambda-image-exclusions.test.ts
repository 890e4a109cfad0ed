import { lambdaImageExclusions } from '../../../src/lint/rules/lambda-image-exclusions.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (properties: string, more = '') => `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      ${properties.replaceAll('\n', '\n      ')}
${more}`;

tester.run(lambdaImageExclusions, {
  valid: [
    lambda('PackageType: Image, Code: {ImageUri: x}, ImageConfig: {Command: [a]}'),
    lambda('Handler: a.b, Runtime: nodejs22.x, Code: {ZipFile: x}'),
    lambda('PackageType: !Ref Kind, ImageConfig: {Command: [a]}'),
    // `sam build` makes the image.
    sam('PackageType: Image', '    Metadata: {Dockerfile: Dockerfile, DockerContext: .}\n'),
  ],
  invalid: [
    {
      template: lambda('PackageType: Image, Code: {ImageUri: x}, Handler: a.b, Runtime: java21'),
      problems: [
        { messageId: 'zipOnly', line: 4, column: 59, data: { name: 'Handler' } },
        { messageId: 'zipOnly', line: 4, column: 73, data: { name: 'Runtime' } },
      ],
      output: lambda('PackageType: Image, Code: {ImageUri: x}'),
    },
    { template: lambda('PackageType: Image'), problems: [{ messageId: 'noImage', line: 2, column: 3 }] },
    { template: sam('PackageType: Image'), problems: [{ messageId: 'noImage', line: 2, column: 3 }] },
    {
      template: sam('PackageType: Image\nImageUri: a\nLayers:\n  - !Ref Layer\nHandler: a.b # old'),
      problems: [
        { messageId: 'zipOnly', line: 7, column: 7, data: { name: 'Layers' } },
        { messageId: 'zipOnly', line: 9, column: 7, data: { name: 'Handler' } },
      ],
      output: sam('PackageType: Image\nImageUri: a'),
    },
    {
      // Of `Globals` other functions may have need.
      template: `Globals: {Function: {Runtime: java21}}\n${sam('PackageType: Image\nImageUri: a')}`,
      problems: [{ messageId: 'zipOnly', line: 1, column: 22, data: { name: 'Runtime' } }],
    },
    {
      template: sam('PackageType: Zip\nRuntime: nodejs22.x\nHandler: a.b\nCodeUri: s3://b/k\nImageUri: a'),
      problems: [{ messageId: 'imageOnly', line: 9, column: 7, data: { name: 'ImageUri' } }],
    },
    {
      template: lambda('PackageType: Zip, Code: {ImageUri: x}, ImageConfig: {Command: [a]}'),
      problems: [
        { messageId: 'imageOnly', line: 4, column: 43, data: { name: 'ImageUri' } },
        { messageId: 'imageOnly', line: 4, column: 57, data: { name: 'ImageConfig' } },
      ],
      output: lambda('PackageType: Zip, Code: {ImageUri: x}'),
    },
  ],
});
