import { functionBehind } from '../../lint/facts/functions/links.ts';
import { getIn } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
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
    'A dead-letter queue or a failure destination is removed. Events and messages that fail for good are then dropped, return to the queue, or block the stream. It is not reported while the function has the other of the two.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(paths))) {
      if (!change.before || (!change.after && !isPartOfKept(change.before, cx))) continue;
      const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      for (const path of paths[change.type]!) {
        if (getIn(old, ...path) === undefined || getIn(now, ...path) !== undefined) continue;
        if (keepsFailures(change, cx)) continue;
        const difference = change.differences.find((each) => each.path[0] === path[0]);
        yield {
          text: `${capital(called(change.type, change.id))} loses '${path.join('.')}': ${change.type === 'AWS::SQS::Queue' ? 'messages that fail return to the queue until their retention ends' : 'events that fail for good are dropped'}.`,
          resource: change.id,
          at: change.after ? (difference?.at ?? change.at) : undefined,
          wasAt: change.after ? difference?.wasAt : change.at,
        };
      }
    }
  },
});

/** Whether what a function fails at is still kept: by its dead-letter queue, or by its failure destination. */
const keepsFailures = (change: ResourceChange, cx: ChangeContext): boolean => {
  const fn = functionAfter(change, cx);
  if (fn === undefined) return false;
  if (getIn(cx.properties(cx.after.resources.get(fn)), ...paths['AWS::Lambda::Function']![0]!) !== undefined)
    return true;
  const [destination] = paths['AWS::Lambda::EventInvokeConfig']!;
  return [...cx.after.resources.values()].some(
    (each) =>
      each.type === 'AWS::Lambda::EventInvokeConfig' &&
      getIn(cx.properties(each), ...destination!) !== undefined &&
      functionBehind(cx.now, cx.now.target(getIn(each.body, 'Properties', 'FunctionName')))?.id === fn,
  );
};

/** The function, after the change, that a change of it or of its configuration is about. */
const functionAfter = ({ id, type, before }: ResourceChange, cx: ChangeContext): string | undefined => {
  if (type === 'AWS::Lambda::Function') return id;
  if (type !== 'AWS::Lambda::EventInvokeConfig' || !before) return undefined;
  const fn = functionBehind(cx.old, cx.old.target(getIn(before.body, 'Properties', 'FunctionName')));
  return fn && cx.partner(fn.id);
};

/** Whether a configuration that is removed belongs to a function that stays. */
const isPartOfKept = ({ type, body }: Resource, cx: ChangeContext): boolean => {
  if (type !== 'AWS::Lambda::EventInvokeConfig') return false;
  const fn = functionBehind(cx.old, cx.old.target(getIn(body, 'Properties', 'FunctionName')));
  return fn !== undefined && cx.partner(fn.id) !== undefined;
};
