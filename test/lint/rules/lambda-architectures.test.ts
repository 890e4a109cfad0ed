import { lambdaArchitectures } from '../../../src/lint/rules/lambda-architectures.ts';
import { lambda, resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const layer = (list: string) => resource('AWS::Lambda::LayerVersion', `CompatibleArchitectures: ${list}`);

tester.run(lambdaArchitectures, {
  valid: [
    lambda('Architectures: [arm64]'),
    lambda('Architectures: [!If [Arm, arm64, x86_64]]'),
    lambda('Architectures: [!If [Arm, arm64, !Ref AWS::NoValue], !If [Arm, !Ref AWS::NoValue, x86_64]]'),
    lambda('Architectures: !Ref List'),
    layer('[x86_64, arm64]'),
    layer('[]'),
    // The transform tells that already.
    `Resources:
  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://bucket/key, CompatibleArchitectures: [amd64]}
`,
  ],
  invalid: [
    {
      template: lambda('Architectures: [amd64]'),
      problems: [{ messageId: 'unknown', line: 4, column: 34, endColumn: 39, data: { near: "'x86_64'" } }],
    },
    {
      template: lambda('Architectures: [!If [Arm, aarch64, x86-64]]'),
      problems: [
        { messageId: 'unknown', line: 4, column: 44, data: { near: "'arm64'" } },
        { messageId: 'unknown', line: 4, column: 53, data: { near: "'x86_64'" } },
      ],
    },
    {
      template: `Globals:
  Function:
    Architectures: [x86_64]
${samFunction('Architectures: [x86_64, arm64]')}`,
      problems: [{ messageId: 'one', line: 11, column: 22 }],
    },
    {
      template: `Globals:
  Function:
    Architectures: [x86_64]
${samFunction('Architectures: [arm64]')}`,
      problems: [{ messageId: 'merged', line: 11, column: 22, data: { count: 2, line: 3 } }],
    },
    {
      template: lambda('Architectures: []'),
      problems: [{ messageId: 'one', line: 4, column: 33, data: { count: 0 } }],
    },
    {
      template: lambda('Architectures: [x86_64, arm64, !If [A, arm64, !Ref AWS::NoValue]]'),
      problems: [{ messageId: 'one', line: 4, column: 33, data: { count: 2 } }],
    },
    {
      template: layer('[x86_64, arm64, arm64]'),
      problems: [{ messageId: 'many', line: 4, column: 43, data: { count: 3 } }],
    },
    {
      template: layer('[mips]'),
      problems: [{ messageId: 'unknown', line: 4, column: 44, data: { found: 'mips' } }],
    },
  ],
});
