import { defineRule } from '../../model/rule.ts';
import { type SourceKind, sourceKind, sourceNames } from '../facts/events/source.ts';

const name = 'ProvisionedPollerConfig';
// The documentation disagrees on whether brokers of Amazon MQ have provisioned pollers, so they are left alone.
const without: ReadonlySet<SourceKind> = new Set(['kinesis', 'dynamodb', 'documentdb']);
const ranges = {
  MinimumPollers: { least: 1, leastOfQueues: 2, most: 200, mostOfQueues: 200 },
  MaximumPollers: { least: 1, leastOfQueues: 2, most: 2000, mostOfQueues: 10_000 },
} as const;

export const esmProvisionedPoller = defineRule({
  id: 'esm-provisioned-poller',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid provisioned poller config',
  description:
    '`ProvisionedPollerConfig` is for SQS, MSK and self-managed Kafka. `MinimumPollers` is 1 to 200, `MaximumPollers` 1 to 2,000 (2 to 200 and 2 to 10,000 for SQS), and the minimum is not above the maximum.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_ProvisionedPollerConfig.html',
  messages: {
    source: "'ProvisionedPollerConfig' is for SQS, MSK and self-managed Kafka; '{id}' reads {source}.",
    outside: "'{name}' is {value}; it must be an integer from {least} to {most}{reason}.",
    order: "'MinimumPollers' is {minimum}, above the 'MaximumPollers' of {maximum}.",
  },
  example: {
    in: 'queue-event',
    fails: 'ProvisionedPollerConfig: {MinimumPollers: ‹5›, MaximumPollers: 2}',
    passes: 'ProvisionedPollerConfig: {MinimumPollers: 2, MaximumPollers: 5}',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    if (mapping.lacks(name)) return;
    const kind = sourceKind(mapping, cx);
    if (kind !== undefined && without.has(kind)) {
      cx.report('source', mapping.keyPlace(name), { data: { id: mapping.id, source: sourceNames[kind] } });
      return;
    }
    const queue = kind === 'sqs';
    const inside = (property: keyof typeof ranges) => {
      const range = ranges[property];
      const least = queue ? range.leastOfQueues : range.least;
      const most = kind === undefined || queue ? range.mostOfQueues : range.most;
      return mapping.numbers(name, property).filter(({ value, at }) => {
        // What is not an integer does not fit the published type and is reported as that.
        if (!Number.isInteger(value) || (value >= least && value <= most)) return true;
        const reason = queue && value === 1 ? ' for a queue' : '';
        cx.report('outside', at, { data: { name: property, value, least, most, reason } });
        return false;
      });
    };
    const minima = inside('MinimumPollers');
    const maxima = inside('MaximumPollers');
    for (const { value: minimum, at } of minima) {
      const [first] = maxima;
      if (!first || maxima.some(({ value }) => value >= minimum)) continue;
      cx.report('order', at, { data: { minimum, maximum: first.value }, related: [first.at] });
    }
  },
});
