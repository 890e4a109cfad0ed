import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { versioned } from './function-versions.ts';

export default defineConsequence({
  id: 'alias-not-moved',
  level: 'warning',
  kinds: ['unmoved'],
  title: 'An alias stays on the old version although the function changes',
  description:
    'An alias points to a version, and a version is a snapshot of the function at the time it was published. If the change publishes no new version, callers of the alias keep using the old configuration. SAM publishes a version when the code, the environment, the memory or `SnapStart` changes; with `AutoPublishAliasAllProperties: true`, when any property changes.',
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
      yield {
        text: `The alias '${nameOf(alias, cx)}' of '${fn.id}' stays on its current version: ${names} of the function ${perhaps}change${properties.length === 1 ? 's' : ''}, but no new version is published, so callers of the alias do not see the change.`,
        cure:
          written?.type === 'AWS::Serverless::Function'
            ? cureOf(written, cx)
            : `Give the version '${version.id}' another logical id, so that a new one is published.`,
        resource: fn.id,
        at: changed.find(({ at }) => at)?.at ?? fn.at,
      };
    }
  },
});

/** What makes SAM publish a version: with all properties counted, the text of one of them must change, not what it refers to. */
const cureOf = (written: ResourceNode, cx: ChangeContext): string => {
  if (!written.lacks('AutoPublishCodeSha256'))
    return "Change 'AutoPublishCodeSha256', or remove it: where it is set, it alone decides whether SAM publishes a version.";
  return cx.now.resolve(written.get('AutoPublishAliasAllProperties')) === true
    ? `SAM compares the properties as the template writes them, not the values that they refer to. Change a property of '${written.id}' as well, for example its 'Description' or its code, to publish a version.`
    : "Set 'AutoPublishAliasAllProperties: true', so that a change of any property publishes a version.";
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
