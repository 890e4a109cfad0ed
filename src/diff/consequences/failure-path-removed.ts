import { functionBehind } from '../../lint/facts/functions/links.ts';
import { getIn } from '../../model/tree.ts';
import type { Resource } from '../side.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** Where a type says what becomes of what fails. */
const paths: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::Lambda::Function': [['DeadLetterConfig', 'TargetArn']],
  'AWS::Lambda::EventInvokeConfig': [['DestinationConfig', 'OnFailure']],
  'AWS::Lambda::EventSourceMapping': [['DestinationConfig', 'OnFailure']],
  'AWS::SQS::Queue': [['RedrivePolicy']],
  'AWS::SNS::Subscription': [['RedrivePolicy']],
  'AWS::Scheduler::Schedule': [['Target', 'DeadLetterConfig']],
};

export default defineConsequence({
  id: 'failure-path-removed',
  level: 'warning',
  kinds: ['lost'],
  title: 'Failed events are no longer kept',
  description:
    'A dead-letter queue or a failure destination is removed. Events and messages that fail for good are then dropped, or block the stream.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(paths))) {
      if (!change.before || (!change.after && !isPartOfKept(change.before, cx))) continue;
      const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      for (const path of paths[change.type]!) {
        if (getIn(old, ...path) === undefined || getIn(now, ...path) !== undefined) continue;
        const difference = change.differences.find((each) => each.path[0] === path[0]);
        yield {
          text: `${capital(called(change.type, change.id))} loses '${path.join('.')}': events that fail for good are dropped.`,
          resource: change.id,
          at: change.after ? (difference?.at ?? change.at) : undefined,
          wasAt: change.after ? difference?.wasAt : change.at,
        };
      }
    }
  },
});

/** Whether a configuration that is removed belongs to a function that stays. */
const isPartOfKept = ({ type, body }: Resource, cx: ChangeContext): boolean => {
  if (type !== 'AWS::Lambda::EventInvokeConfig') return false;
  const fn = functionBehind(cx.old, cx.old.target(getIn(body, 'Properties', 'FunctionName')));
  return fn !== undefined && cx.partner(fn.id) !== undefined;
};
