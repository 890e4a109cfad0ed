import { corsBy, corsPartners } from '../facts/cors.ts';
import { enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

/** Browsers do not ask for these methods, so they need no place in the list. */
const safelisted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

const isAlwaysAllowed = (what: string, value: string): boolean =>
  what === 'method' && safelisted.has(value.toUpperCase());

export default defineConsequence({
  id: 'cors-narrowed',
  level: 'warning',
  kinds: ['broken'],
  title: 'Browsers may no longer call from an origin, with a method, or with a header',
  description:
    'Browsers ask an API or function URL which cross-origin requests it allows (CORS) and block all others. Pages on an origin that is no longer allowed stop working. The methods GET, HEAD and POST need no permission while CORS is configured.',
  *find(cx) {
    const now = corsBy(cx.after);
    for (const [key, before] of corsPartners(corsBy(cx.before), (id) => cx.partner(id))) {
      const after = now.get(key);
      const id = cx.partner(before.owner.id);
      // A resource that is removed as a whole has a consequence of its own.
      if (id === undefined) continue;
      const lost = (['origin', 'method', 'header'] as const).flatMap((what) => {
        const allowed = after?.allows[what] ?? [];
        const gone = allowed.includes('*')
          ? []
          : before.allows[what].filter((each) => !allowed.includes(each) && !(after && isAlwaysAllowed(what, each)));
        return gone.length === 0
          ? []
          : [`the ${what}${gone.length === 1 ? '' : 's'} ${enumerated(gone.map((each) => `'${each}'`))}`];
      });
      if (lost.length === 0) continue;
      yield {
        text: `${before.where} no longer allows ${enumerated(lost)} in cross-origin requests${after ? '' : ': its CORS configuration is removed'}.`,
        resource: id,
        at: after?.at,
        wasAt: before.at,
      };
    }
  },
});
