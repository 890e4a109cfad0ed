import { cfnParametersOutputsMappingsMax } from '../../../src/lint/rules/cfn-parameters-outputs-mappings-max.ts';
import { tester } from '../tester.ts';

const section = (name: string, count: number, body: string) =>
  `Resources: {Q: {Type: AWS::SQS::Queue}}\n${name}:\n${Array.from({ length: count }, (_, at) => `  N${at}: ${body}\n`).join('')}`;
const list = (count: number) => Array.from({ length: count }, (_, at) => `K${at}: v`).join(', ');

tester.run(cfnParametersOutputsMappingsMax, {
  valid: [
    section('Parameters', 179, `{Type: String, Default: ${'x'.repeat(100)}}`),
    section('Outputs', 100, '{Value: x}'),
    section('Mappings', 1, `{a: {${list(179)}}}`),
  ],
  invalid: [
    {
      template: section('Parameters', 201, '{Type: String}'),
      problems: [{ messageId: 'many', line: 2, column: 1, level: 'error', data: { count: 201, what: 'parameters' } }],
    },
    {
      template: section('Outputs', 180, '{Value: x}'),
      problems: [{ messageId: 'near', line: 2, column: 1, level: 'warning', data: { count: 180, what: 'outputs' } }],
    },
    {
      template: section('Mappings', 1, `{a: {${list(201)}}, b: {${list(199)}}}`),
      problems: [
        { messageId: 'attributes', line: 3, column: 8, level: 'error', data: { name: 'N0', key: 'a', count: 201 } },
        { messageId: 'attributesNear', line: 3, column: 1712, level: 'warning', data: { key: 'b', count: 199 } },
      ],
    },
    {
      template: section('Parameters', 1, `{Type: String, Default: ${'é'.repeat(2049)}}`).replace('N0', 'n'.repeat(256)),
      problems: [
        { messageId: 'name', line: 3, column: 3, data: { count: 256 } },
        { messageId: 'value', line: 3, column: 285, data: { count: 4098 } },
      ],
    },
    {
      template: `Resources: {T: {Type: AWS::SNS::Topic}}\nMappings:\n  M: {${Array.from({ length: 201 }, (_, at) => `k${at}: {a: b}`).join(', ')}}\n`,
      problems: [{ messageId: 'keys', line: 3, column: 3, level: 'error', data: { name: 'M', count: 201 } }],
    },
    {
      template: `Resources: {T: {Type: AWS::SNS::Topic}}\nMappings:\n  M: {${Array.from({ length: 180 }, (_, at) => `k${at}: {a: b}`).join(', ')}}\n`,
      problems: [{ messageId: 'keysNear', line: 3, column: 3, level: 'warning', data: { name: 'M', count: 180 } }],
    },
  ],
});
