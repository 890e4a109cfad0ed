import { greatestOf, leastOf } from '../../model/lists.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { addProperty } from '../facts/edits/property.ts';
import { isFifo } from '../facts/events/fifo.ts';
import type { Choice } from '../facts/templates/choices.ts';
import { addTo } from '../facts/templates/grouping.ts';
import { possibleNumbers } from '../facts/templates/possible-numbers.ts';

const name = 'MessageRetentionPeriod';
const defaultPeriod = 345_600;
const longest = 1_209_600;
const day = 86_400;

/** The standard queues of the template that are dead-letter queues of others, and these. */
const deadLetterQueues = (cx: RuleContext): Map<ResourceNode, ResourceNode[]> => {
  const found = new Map<ResourceNode, ResourceNode[]>();
  for (const source of cx.resources('AWS::SQS::Queue')) {
    const targets = source.all('RedrivePolicy', 'deadLetterTargetArn').map(({ value }) => cx.target(value));
    for (const queue of new Set(targets)) {
      if (queue?.type !== 'AWS::SQS::Queue' || queue === source || isFifo(queue, cx) !== false) continue;
      addTo(found, queue, source);
    }
  }
  return found;
};

/** The periods of a dead-letter queue that are certainly shorter than one of a source, whichever branches are deployed. */
const tooShort = (own: readonly Choice<number>[], others: readonly Choice<number>[]): readonly Choice<number>[] => {
  const least = leastOf(others.map(({ value }) => value));
  const most = greatestOf(others.map(({ value }) => value));
  const longest = greatestOf(own.map(({ value }) => value));
  return own.filter(({ value }) => value < least || (value === longest && value < most));
};

const shown = (seconds: number): string =>
  seconds % day === 0 ? `${seconds / day} ${seconds === day ? 'day' : 'days'}` : `${seconds} s`;

const checkPeriods = (queue: ResourceNode, sources: readonly ResourceNode[], cx: RuleContext): void => {
  const own = possibleNumbers(queue, cx, name, defaultPeriod);
  if (!own) return;
  const found = new Set<Choice<number>>();
  for (const source of sources) {
    const others = possibleNumbers(source, cx, name, defaultPeriod);
    for (const period of others ? tooShort(own, others) : []) {
      if (found.has(period)) continue;
      found.add(period);
      const sourcePeriod = others!.find(({ value }) => value > period.value)!;
      cx.report('shorter', period.at ?? queue.place(name), {
        data: {
          id: queue.id,
          period: shown(period.value),
          source: source.id,
          sourcePeriod: shown(sourcePeriod.value),
          longest,
        },
        related: [sourcePeriod.at ?? source.at],
        fix: replaceLiteral(period, longest),
        logicalId: queue.id,
      });
    }
  }
};

export const sqsDlqRetention = defineTemplateRule({
  id: 'sqs-dlq-retention',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::SQS::Queue'],
  title: 'DLQ retention not longer than the source',
  description:
    'A message that moves to a standard dead-letter queue keeps the time at which it was first sent, and expires when the retention period of the dead-letter queue has passed since then. With a period shorter than that of the source, or with the default of four days, little time remains to look at what failed. Set `MessageRetentionPeriod: 1209600` (14 days).',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  fixes: { absent: 'unsafe', shorter: 'unsafe' },
  messages: {
    absent:
      "The dead-letter queue '{id}' drops a message 4 days (the default) after it was first sent to '{source}'; set 'MessageRetentionPeriod: {longest}'.",
    shorter:
      "The dead-letter queue '{id}' keeps a message for {period}, its source '{source}' for {sourcePeriod}, counted from the same moment; set 'MessageRetentionPeriod: {longest}'.",
  },
  example: {
    in: 'resources',
    fails: `
Queue: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}}}
‹Dead›: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 30}}`,
    passes: `
Queue: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}}}
Dead: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600}}`,
  },
  check(cx) {
    for (const [queue, sources] of deadLetterQueues(cx)) {
      const logicalId = queue.id;
      if (queue.lacks(name)) {
        const related = sources.map((source) => source.place('RedrivePolicy', 'deadLetterTargetArn'));
        const data = { id: queue.id, source: sources[0]!.id, longest };
        cx.report('absent', queue.at, { data, related, fix: addProperty(queue, name, longest), logicalId });
        continue;
      }
      checkPeriods(queue, sources, cx);
    }
  },
});
