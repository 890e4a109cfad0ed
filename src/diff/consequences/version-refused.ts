import { defineConsequence } from './consequence.ts';
import { causeOfVersion, functionOf, isRefusedVersion } from './function-versions.ts';

export default defineConsequence({
  id: 'version-refused',
  level: 'warning',
  kinds: ['refused'],
  title: 'A version is published of a function that does not change',
  description:
    'Lambda publishes a version only if the code or the configuration of the function has changed since its last version. Otherwise CloudFormation fails with "A version for this Lambda function exists", and the update is rolled back. It succeeds if an earlier deployment changed the function without publishing a version.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::Version')) {
      if (!isRefusedVersion(change, cx)) continue;
      const fn = functionOf(cx.now.resource(change.id), cx)!;
      yield {
        text: `A new version of '${fn.id}' is published, but nothing of the function changes: Lambda refuses a version that equals the last one, and the update fails, unless an earlier deployment changed the function without publishing it.`,
        cure: `Change '${fn.id}' in the same deployment, or undo what publishes the version.`,
        resource: fn.id,
        at: causeOfVersion(fn, cx) ?? change.at,
      };
    }
  },
});
