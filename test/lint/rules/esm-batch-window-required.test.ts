import { esmBatchWindowRequired } from '../../../src/lint/rules/esm-batch-window-required.ts';
import { mapping, queueReader, sources } from '../templates.ts';
import { tester } from '../tester.ts';

const json = (properties: string) => `{
  "Resources": {
    "Mapping": {
      "Type": "AWS::Lambda::EventSourceMapping",
      "Properties": {
        "EventSourceArn": "${sources.sqs}",
        "FunctionName": "fn",
        ${properties}
      }
    }
  }
}
`;

tester.run(esmBatchWindowRequired, {
  valid: [
    mapping(sources.sqs, 'BatchSize: 10'),
    mapping(sources.sqs, 'BatchSize: 100\nMaximumBatchingWindowInSeconds: 1'),
    mapping(sources.sqs, 'BatchSize: 100\nMaximumBatchingWindowInSeconds: !Ref Window'),
    mapping(sources.kinesis, 'BatchSize: 100'),
    mapping(sources.fifo, 'BatchSize: 100'),
    // No size of a batch, which esm-batch-size tells.
    mapping(sources.sqs, 'BatchSize: 20000'),
  ],
  invalid: [
    {
      template: mapping(sources.sqs, 'BatchSize: 11 # some'),
      problems: [{ messageId: 'required', line: 7, column: 18, endColumn: 20 }],
      output: mapping(sources.sqs, 'MaximumBatchingWindowInSeconds: 1\nBatchSize: 11 # some'),
    },
    {
      template: queueReader('Timeout: 3', 'BatchSize: 50\nMaximumBatchingWindowInSeconds: 0', ''),
      problems: [{ messageId: 'required', line: 14, column: 24 }],
      output: queueReader('Timeout: 3', 'BatchSize: 50\nMaximumBatchingWindowInSeconds: 1', ''),
    },
    {
      template: json('"BatchSize": 11'),
      problems: [{ messageId: 'required', line: 8, column: 22 }],
      output: json('"MaximumBatchingWindowInSeconds": 1,\n        "BatchSize": 11'),
    },
    {
      template: `Resources: {Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: "${sources.sqs}", BatchSize: 11}}}`,
      problems: [{ messageId: 'required', line: 1, column: 147 }],
      output: `Resources: {Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: "${sources.sqs}", MaximumBatchingWindowInSeconds: 1, BatchSize: 11}}}`,
    },
  ],
});
