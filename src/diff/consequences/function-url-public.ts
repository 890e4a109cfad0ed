import { get } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'function-url-public',
  level: 'error',
  kinds: ['widened', 'public'],
  title: 'Anyone can call a function through its URL',
  description:
    'A function URL with `AuthType: NONE` accepts calls from anyone on the internet; the function itself must authenticate its callers.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::Url')) {
      const properties = cx.properties(change.after);
      if (!change.after || get(properties, 'AuthType') !== 'NONE') continue;
      if (change.before && get(cx.properties(change.before, cx.before), 'AuthType') === 'NONE') continue;
      const fn = cx.now.target(get(change.after.body['Properties'], 'TargetFunctionArn'));
      const name = fn?.id ?? symbolic(get(properties, 'TargetFunctionArn') ?? change.id);
      yield {
        text: change.before
          ? `Anyone on the internet can now call '${name}' through its URL; before, the URL required AWS_IAM.`
          : `'${name}' gets a URL through which anyone on the internet can call it.`,
        cure: "Set 'AuthType: AWS_IAM' unless the function itself finds out who calls.",
        level: change.before ? 'error' : 'warning',
        resource: change.id,
        at: placeAt(properties, 'AuthType') ?? change.at,
      };
    }
  },
});
