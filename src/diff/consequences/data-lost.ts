import { heldData, isRestored } from '../facts/held-data.ts';
import { instancesOf } from '../facts/stack-instances.ts';
import { called, capital, enumerated, freshOf, isDeletedEmpty } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'data-lost',
  level: 'error',
  kinds: ['replaced', 'removed', 'lost'],
  title: 'The contents of a table, queue, bucket, log group … are lost',
  description:
    'CloudFormation deletes the old resource after creating the new one, or because the template no longer contains it. Its contents are deleted too, unless `UpdateReplacePolicy` (for a replacement) or `DeletionPolicy` (for a removal) is `Retain` or `Snapshot`. A bucket that is not empty cannot be deleted; the update fails instead. Executions of a state machine that is deleted end at their next state, and their history is gone; its `StateMachineType` (standard or express) cannot change in place. A stack set deletes its stacks in an account or Region that it no longer names. Members of a database cluster and read replicas hold no data of their own.',
  *find(cx) {
    yield* instancesLost(cx);
    for (const change of cx.changes()) {
      const { id, formerId, type, fate, certain, oldCopy, renamed, heldName } = change;
      if (oldCopy !== 'deleted' || (fate !== 'replaced' && fate !== 'removed') || heldName) continue;
      const data = heldData(type, cx.properties(change.before, cx.before), cx.spec(type));
      if (data === undefined) continue;
      const fresh = isRestored(type, cx.properties(change.after)) ? 'one restored from a snapshot' : freshOf(type);
      const name = capital(called(type, formerId ?? id));
      const bucket = isDeletedEmpty(type) ? ' (the update fails while the bucket is not empty)' : '';
      const gone = `${data} ${certain ? 'are' : 'would be'} lost${bucket}`.replace(
        /^(access|everything|its value)(.*?) are /,
        '$1$2 is ',
      );
      const policy = fate === 'replaced' && !renamed ? 'UpdateReplacePolicy' : 'DeletionPolicy';
      const how =
        fate === 'removed'
          ? `${name} is ${certain ? '' : 'perhaps '}deleted${change.after ? ' because its condition changes' : ''}: ${gone}.`
          : renamed
            ? `${name} is deleted and recreated as '${id}': ${gone}.`
            : `${name} is ${certain ? '' : 'perhaps '}replaced by ${fresh}${becauseOf(change)}: ${gone}.`;
      yield {
        text: how,
        cure: `Set '${policy}: Retain' to keep the old one${fate === 'removed' || renamed ? ' (in a deployment before this one)' : ''}.`,
        resource: id,
        at: change.after ? change.at : undefined,
        wasAt: change.after ? undefined : change.at,
        kinds: [fate === 'removed' || renamed ? 'removed' : 'replaced', 'lost'],
      };
    }
  },
});

/** Stack sets that no longer deploy to a Region or an account. */
function* instancesLost(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::CloudFormation::StackSet')) {
    if (!change.before || !change.after || change.fate === 'replaced') continue;
    const [old, now] = [instancesOf(cx.properties(change.before, cx.before)), instancesOf(cx.properties(change.after))];
    const lost = [...old.places].flatMap(([key, place]) => (now.places.has(key) ? [] : [place]));
    if (lost.length === 0) continue;
    const left = new Set([...now.places.values()].map(({ region }) => region));
    const names = [...new Set(lost.map(({ region, text }) => (left.has(region) ? text : region)))];
    const perhaps = old.isComplete && now.isComplete ? '' : 'perhaps ';
    const difference = change.differences.find(({ path }) => path[0] === 'StackInstancesGroup');
    yield {
      text: `${capital(called(change.type, change.id))} ${perhaps}no longer deploys to ${enumerated(names)}: its stacks there are deleted with what they hold.`,
      kinds: ['removed', 'lost'],
      resource: change.id,
      at: difference?.at ?? change.at,
      wasAt: difference?.wasAt,
    };
  }
}
