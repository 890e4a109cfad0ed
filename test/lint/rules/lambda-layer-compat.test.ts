import { lambdaLayerCompat } from '../../../src/lint/rules/lambda-layer-compat.ts';
import { lambda, resource } from '../templates.ts';
import { tester } from '../tester.ts';

const layer = (properties: string) => `  Layer:
    Type: AWS::Lambda::LayerVersion
    Properties: {${properties}}
`;
const sam = (fn: string, properties: string) => `Globals:
  Function:
    Layers: [!Ref Tools]
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.handler, ${fn}}
  Tools:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://bucket/key, ${properties}}
`;
const runtimes = 'nodejs22.x, '.repeat(15);

tester.run(lambdaLayerCompat, {
  valid: [
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('CompatibleRuntimes: [nodejs20.x, nodejs22.x]')),
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('LayerName: a')),
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('CompatibleRuntimes: [python3.13, !Ref Other]')),
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('CompatibleRuntimes: !If [A, [java21], !Ref List]')),
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('CompatibleArchitectures: [x86_64]')),
    // One condition chooses both.
    lambda(
      'Layers: [!If [Arm, !Ref Layer, arn]], Architectures: [!If [Arm, arm64, x86_64]]',
      layer('CompatibleArchitectures: [arm64]'),
    ),
    // Misspelt: another rule tells that.
    lambda('Layers: [!Ref Layer], Runtime: nodejs22', layer('CompatibleRuntimes: [nodejs22.x]')),
    lambda('Layers: [!Ref Layer], Runtime: nodejs22.x', layer('CompatibleRuntimes: [nodejs22]')),
    resource('AWS::Lambda::LayerVersion', `CompatibleRuntimes: [${runtimes}]`),
  ],
  invalid: [
    {
      template: sam('Runtime: nodejs22.x', 'CompatibleRuntimes: [python3.13, python3.14]'),
      problems: [
        { messageId: 'excluded', line: 3, column: 14, data: { layer: 'Tools', declared: 'python3.13, python3.14' } },
      ],
    },
    {
      template: sam('Runtime: nodejs22.x', 'CompatibleArchitectures: [arm64]'),
      problems: [{ messageId: 'excluded', line: 3, column: 14, data: { what: 'architecture', found: 'x86_64' } }],
    },
    {
      template: lambda(
        'Layers: [!Ref Layer], Architectures: [!If [Arm, arm64, x86_64]]',
        layer('CompatibleArchitectures: [x86_64]'),
      ),
      problems: [{ messageId: 'excluded', line: 4, column: 27, data: { found: 'arm64' } }],
    },
    {
      template: lambda(
        'Layers: !If [A, [!Ref Layer], []], Runtime: nodejs22.x',
        layer('CompatibleRuntimes: [ruby3.4]'),
      ),
      problems: [{ messageId: 'excluded', line: 4, column: 35, data: { list: 'CompatibleRuntimes' } }],
    },
    {
      template: resource('AWS::Lambda::LayerVersion', `CompatibleRuntimes: [${runtimes}java21]`),
      problems: [{ messageId: 'many', line: 4, column: 38, data: { count: 16, maximum: 15 } }],
    },
  ],
});
