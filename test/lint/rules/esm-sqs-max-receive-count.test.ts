import { esmSqsMaxReceiveCount } from '../../../src/lint/rules/esm-sqs-max-receive-count.ts';
import { queueReader } from '../templates.ts';
import { tester } from '../tester.ts';

const reader = (count: string | number) =>
  queueReader('Timeout: 3', 'BatchSize: 1', `    Properties: {RedrivePolicy: {maxReceiveCount: ${count}}}`);
const alone = (count: string | number) =>
  `Resources: {Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {maxReceiveCount: ${count}}}}}`;

tester.run(esmSqsMaxReceiveCount, {
  valid: [reader(5), reader('!Ref Count'), alone(1), alone("'7'"), alone("'{{resolve:ssm:count}}'")],
  invalid: [
    {
      template: reader(3),
      problems: [{ messageId: 'low', line: 17, column: 51, endColumn: 52, level: 'warning' }],
      output: reader(5),
    },
    {
      template: alone(1001),
      problems: [{ messageId: 'outside', line: 1, column: 86, level: 'error' }],
      output: alone(1000),
    },
    {
      template: reader(0),
      problems: [{ messageId: 'outside', line: 17, column: 51, level: 'error' }],
      output: reader(5),
    },
    {
      template: alone('ten'),
      problems: [{ messageId: 'outside', line: 1, column: 86, level: 'error', data: { value: "'ten'" } }],
    },
  ],
});
