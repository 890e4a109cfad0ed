import type { ResourceNode } from '../../../model/rule.ts';
import type { Step } from '../../../model/tree.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** Where a type names what takes its failed messages. */
const places: readonly (readonly [type: string, ...path: Step[]])[] = [
  ['AWS::SQS::Queue', 'RedrivePolicy', 'deadLetterTargetArn'],
  ['AWS::SNS::Subscription', 'RedrivePolicy', 'deadLetterTargetArn'],
  ['AWS::Lambda::Function', 'DeadLetterConfig', 'TargetArn'],
  ['AWS::Lambda::EventInvokeConfig', 'DestinationConfig', 'OnFailure', 'Destination'],
  ['AWS::Lambda::EventSourceMapping', 'DestinationConfig', 'OnFailure', 'Destination'],
  ['AWS::Events::Rule', 'Targets', '*', 'DeadLetterConfig', 'Arn'],
  ['AWS::Scheduler::Schedule', 'Target', 'DeadLetterConfig', 'Arn'],
  ['AWS::Pipes::Pipe', 'SourceParameters', '*', 'DeadLetterConfig', 'Arn'],
];

/** The queues of the expanded template that take the failed messages of others. */
export const deadLetterQueues = oncePerTemplate((cx): ReadonlySet<ResourceNode> => {
  const found = new Set<ResourceNode>();
  for (const [type, ...path] of places) {
    for (const source of cx.resources(type)) {
      for (const { value } of source.all(...path)) {
        const queue = cx.target(value);
        if (queue?.type === 'AWS::SQS::Queue') found.add(queue);
      }
    }
  }
  for (const queue of cx.resources('AWS::SQS::Queue')) if (!queue.lacks('RedriveAllowPolicy')) found.add(queue);
  return found;
});
