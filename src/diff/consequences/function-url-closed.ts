import { openUrl } from '../../lint/facts/functions/url-permissions.ts';
import { enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'function-url-closed',
  level: 'warning',
  kinds: ['broken'],
  title: 'A function URL that was open to anyone refuses their calls',
  description:
    'The URL requires AWS_IAM, so that callers must sign their requests, or the function no longer permits `lambda:InvokeFunctionUrl` to the principal `*`, so that Lambda answers every call with 403. A URL that is removed is reported as `endpoint-changes`.',
  *find(cx) {
    if (cx.changes().length === 0) return;
    for (const former of cx.old.resources('AWS::Lambda::Url')) {
      const url = cx.now.resource(cx.partner(former.id) ?? '');
      const old = openUrl(former, cx.old);
      if (!url || old.answer !== 'yes' || openUrl(url, cx.now).answer !== 'no') continue;
      const name = cx.now.target(url.get('TargetFunctionArn'))?.id ?? url.id;
      const asksNothing = cx.now.resolve(url.get('AuthType')) === 'NONE';
      const gone = old.by.filter(({ id }) => !cx.now.resource(cx.partner(id) ?? ''));
      const changed = old.by.flatMap(({ id }) => cx.change(cx.partner(id) ?? '') ?? []);
      const names = enumerated(old.by.map(({ id }) => `'${id}'`));
      yield asksNothing
        ? {
            text: `Lambda refuses every call of '${name}' through its URL: ${names}, which permitted the calls, ${gone.length > 0 ? 'is removed' : 'no longer permits them'}.`,
            cure: "Keep an AWS::Lambda::Permission with 'lambda:InvokeFunctionUrl' for the principal '*' and 'FunctionUrlAuthType: NONE'.",
            resource: url.id,
            at: changed.find(({ after }) => after)?.at,
            wasAt: gone.find(({ at }) => at)?.at,
          }
        : {
            text: `The URL of '${name}' requires AWS_IAM: callers that do not sign their requests get 403.`,
            resource: url.id,
            at: url.all('AuthType').find(({ at }) => at)?.at ?? url.at,
          };
    }
  },
});
