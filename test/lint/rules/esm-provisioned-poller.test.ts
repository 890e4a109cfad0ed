import { esmProvisionedPoller } from '../../../src/lint/rules/esm-provisioned-poller.ts';
import { mapping, samEvent, sources } from '../templates.ts';
import { tester } from '../tester.ts';

const pollers = (minimum: string | number, maximum: string | number) =>
  `ProvisionedPollerConfig: {MinimumPollers: ${minimum}, MaximumPollers: ${maximum}}`;

const event = (type: string, source: string, config: string) =>
  samEvent(type, `${source}\nStartingPosition: LATEST\nProvisionedPollerConfig: ${config}`);

tester.run(esmProvisionedPoller, {
  valid: [
    mapping(sources.sqs, pollers(2, 10_000)),
    mapping(sources.msk, pollers(1, 2000)),
    mapping(sources.mq, pollers(1, 10)),
    mapping(sources.sqs, pollers('!Ref Least', 5)),
    mapping(sources.sqs, 'ProvisionedPollerConfig: {MinimumPollers: 150}'),
    mapping(sources.sqs, 'ProvisionedPollerConfig: !If [A, {MinimumPollers: 3}, !Ref AWS::NoValue]'),
    mapping(sources.msk, pollers('!If [A, 5, 10]', '!If [A, 5, 10]')),
    // Not known what it reads from.
    mapping('!Ref Source', pollers(1, 5000)),
    // No integer: does not fit the published type.
    mapping(sources.msk, pollers(1.5, 'many')),
  ],
  invalid: [
    {
      template: mapping(sources.sqs, pollers(1, 10_001)),
      problems: [
        { messageId: 'outside', line: 7, column: 49, endColumn: 50, data: { least: 2, reason: ' for a queue' } },
        { messageId: 'outside', line: 7, column: 68, endColumn: 73, data: { most: 10_000 } },
      ],
    },
    {
      template: mapping(sources.msk, pollers(201, 2001)),
      problems: [
        { messageId: 'outside', line: 7, column: 49, data: { value: 201, least: 1, most: 200 } },
        { messageId: 'outside', line: 7, column: 70, data: { value: 2001, most: 2000 } },
      ],
    },
    {
      template: mapping(sources.sqs, pollers(20, 10)),
      problems: [{ messageId: 'order', line: 7, column: 49, endColumn: 51, data: { minimum: 20, maximum: 10 } }],
    },
    {
      template: mapping(sources.msk, pollers('!If [A, 20, 3]', 10)),
      problems: [{ messageId: 'order', line: 7, column: 57, endColumn: 59 }],
    },
    {
      template: mapping(sources.documentdb, pollers(1, 2)),
      problems: [{ messageId: 'source', line: 7, column: 7, endColumn: 30, data: { source: 'a DocumentDB cluster' } }],
    },
    {
      template: event('Kinesis', 'Stream: !GetAtt Stream.Arn', '{MinimumPollers: 0}'),
      problems: [{ messageId: 'source', line: 14, column: 13, endColumn: 36, data: { source: 'a Kinesis stream' } }],
    },
    {
      template: event('MSK', `Stream: ${sources.msk}\nTopics: [orders]`, '{MaximumPollers: 0}'),
      problems: [{ messageId: 'outside', line: 15, column: 55, endColumn: 56 }],
    },
  ],
});
