import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { ResourceNode } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { deletedUnder } from './deleted-under.ts';
import { versioned } from './function-versions.ts';
import { writtenChange } from './written-change.ts';

export default defineConsequence({
  id: 'alias-not-moved',
  level: 'warning',
  kinds: ['unmoved'],
  title: 'An alias stays on the old version although the function changes',
  description:
    'An alias points to a version, and a version is a snapshot of the function at the time it was published. If the change publishes no new version, callers of the alias keep using the old configuration; where that names a table, queue or role that the change deletes, their calls fail. SAM publishes a version when the code, the environment, the memory or `SnapStart` changes; with `AutoPublishAliasAllProperties: true`, when any property changes.',
  *find(cx) {
    for (const alias of cx.now.resources('AWS::Lambda::Alias')) {
      const version = cx.now.target(alias.get('FunctionVersion'));
      if (version?.type !== 'AWS::Lambda::Version' || !staysOn(version, alias, cx)) continue;
      const fn = functionBehind(cx.now, version);
      const changed = fn && versioned(cx.change(fn.id));
      if (!fn || !changed || changed.length === 0) continue;
      const perhaps = changed.every((each) => 'certain' in each && !each.certain) ? 'perhaps ' : '';
      const properties = [...new Set(changed.map(({ path }) => `'${path[0]}'`))];
      const names = enumerated(properties);
      const written = cx.now.written(fn.id);
      const deleted = deletedUnder(
        [{ change: cx.change(fn.id)!, paths: changed.map(({ path }) => path).filter(isUsed) }],
        cx,
      );
      yield {
        text: `The alias '${nameOf(alias, cx)}' of '${fn.id}' stays on its current version: ${names} of the function ${perhaps}change${properties.length === 1 ? 's' : ''}, but no new version is published, so callers of the alias do not see the change.${deleted === undefined ? '' : ` Their calls fail: that version uses ${deleted}.`}`,
        cure:
          written?.type === 'AWS::Serverless::Function'
            ? cureOf(written, cx)
            : `Give the version '${version.id}' another logical id, so that a new one is published.`,
        ...(deleted === undefined ? {} : { kinds: ['unmoved', 'broken'] as const }),
        resource: fn.id,
        at: changed.find(({ at }) => at)?.at ?? fn.at,
      };
    }
  },
});

/** Properties of a version whose references are used by its calls; without its log group they still run. */
const used: ReadonlySet<unknown> = new Set([
  'DeadLetterConfig',
  'Environment',
  'FileSystemConfigs',
  'KmsKeyArn',
  'Role',
]);

const isUsed = (path: readonly Step[]): boolean => used.has(path[0]);

/** What makes SAM publish a version: with all properties counted, the text of one of them must change, not what it refers to. */
const cureOf = (written: ResourceNode, cx: ChangeContext): string => {
  if (!written.lacks('AutoPublishCodeSha256'))
    return "Change 'AutoPublishCodeSha256', or remove it: where it is set, it alone decides whether SAM publishes a version.";
  const path = (id: string) => ['Resources', id, 'Properties'];
  const isWritten =
    writtenChange(cx, path(cx.former(written.id) ?? written.id), path(written.id)) !== undefined ||
    writtenChange(cx, ['Globals', 'Function']) !== undefined;
  const compares = 'SAM compares the properties as the template writes them, not the values that they refer to';
  if (cx.now.resolve(written.get('AutoPublishAliasAllProperties')) === true)
    return `${compares}. Change a property of '${written.id}' as well, for example its 'Description' or its code, to publish a version.`;
  return isWritten
    ? "Set 'AutoPublishAliasAllProperties: true', so that a change of any property publishes a version."
    : `${compares}, with 'AutoPublishAliasAllProperties', too. Change the code or an environment variable of '${written.id}' as well to publish a version.`;
};

/** Whether the alias was on this very version before, and the version is not published again. */
const staysOn = (version: ResourceNode, alias: ResourceNode, cx: ChangeContext): boolean => {
  const former = cx.old.resource(cx.former(alias.id) ?? '');
  const fate = cx.change(version.id)?.fate;
  return (
    former !== undefined &&
    cx.old.target(former.get('FunctionVersion'))?.id === version.id &&
    fate !== 'replaced' &&
    fate !== 'succeeded' &&
    fate !== 'added'
  );
};

const nameOf = (alias: ResourceNode, cx: ChangeContext): string =>
  symbolic(cx.properties(cx.after.resources.get(alias.id))['Name'] ?? alias.id);
