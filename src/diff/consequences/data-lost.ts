import { called, capital, dataOf } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'data-lost',
  level: 'error',
  title: 'What a table, queue, bucket, log group … holds is lost',
  description:
    'CloudFormation deletes the old resource after it made the new one, or because the template no longer has it. What it holds goes with it, unless `UpdateReplacePolicy` (for a replacement) or `DeletionPolicy` (for a removal) says `Retain` or `Snapshot`. A bucket that is not empty is not deleted; the update fails then.',
  *find(cx) {
    for (const change of cx.changes()) {
      const { id, formerId, type, fate, certain, oldCopy, renamed } = change;
      if (oldCopy !== 'deleted' || (fate !== 'replaced' && fate !== 'removed')) continue;
      const data = dataOf(type, cx.spec(type)?.change.holdsData ?? false);
      if (data === undefined) continue;
      const name = capital(called(type, formerId ?? id));
      const bucket = type === 'AWS::S3::Bucket' ? ' (the update fails while the bucket is not empty)' : '';
      const gone = `${data} ${certain ? 'are' : 'would be'} lost${bucket}`.replace(
        /^(access|all|everything|its value)(.*?) are /,
        '$1$2 is ',
      );
      const policy = fate === 'replaced' && !renamed ? 'UpdateReplacePolicy' : 'DeletionPolicy';
      const how =
        fate === 'removed'
          ? `${name} is ${certain ? '' : 'perhaps '}deleted: ${gone}.`
          : renamed
            ? `${name} is deleted and made anew as '${id}': ${gone}.`
            : `${name} is ${certain ? '' : 'perhaps '}replaced by an empty one${becauseOf(change)}: ${gone}.`;
      yield {
        text: how,
        cure: `Set '${policy}: Retain' to keep the old one${fate === 'removed' || renamed ? ' (in a deployment before this one)' : ''}.`,
        resource: id,
        at: fate === 'removed' ? undefined : change.at,
        wasAt: fate === 'removed' ? change.at : undefined,
        kind: fate === 'removed' || renamed ? 'removed' : 'replaced',
      };
    }
  },
});
