import { openUrl } from '../../lint/facts/functions/url-permissions.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'function-url-public',
  level: 'error',
  kinds: ['widened', 'public'],
  title: 'Anyone can call a function through its URL',
  description:
    'A function URL with `AuthType: NONE` whose function permits `lambda:InvokeFunctionUrl` to the principal `*` accepts calls from anyone on the internet; the function itself must authenticate its callers. `FunctionUrlConfig` of a SAM function adds the permission. Without it, Lambda refuses the calls, and nothing is reported. A URL that is new is a warning.',
  *find(cx) {
    if (cx.changes().length === 0) return;
    for (const url of cx.now.resources('AWS::Lambda::Url')) {
      const now = openUrl(url, cx.now);
      const former = cx.old.resource(cx.former(url.id) ?? '');
      if (now.answer === 'no' || (former && openUrl(former, cx.old).answer !== 'no')) continue;
      const properties = cx.properties(cx.after.resources.get(url.id));
      const isOpened = former === undefined || cx.old.resolve(former.get('AuthType')) !== 'NONE';
      const permissions = now.by.filter(({ id }) => cx.change(id));
      const name =
        cx.now.target(url.get('TargetFunctionArn'))?.id ?? symbolic(get(properties, 'TargetFunctionArn') ?? url.id);
      yield {
        text: former
          ? `Anyone on the internet can now call '${name}' through its URL${isOpened ? '; before, the URL required AWS_IAM' : permitting(permissions)}.`
          : `'${name}' gets a URL through which anyone on the internet can call it.`,
        cure: "Set 'AuthType: AWS_IAM' unless the function itself finds out who calls.",
        level: former ? 'error' : 'warning',
        resource: url.id,
        at: (isOpened ? undefined : permissions[0]?.at) ?? placeAt(properties, 'AuthType') ?? url.at,
      };
    }
  },
});

const permitting = (permissions: readonly ResourceNode[]): string =>
  permissions.length === 0 ? '' : `: ${enumerated(permissions.map(({ id }) => `'${id}'`))} permits it`;
