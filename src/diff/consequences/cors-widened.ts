import { corsBy, corsPartners } from '../facts/cors.ts';
import { enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'cors-widened',
  level: 'warning',
  kinds: ['widened'],
  title: 'Browsers may call from more origins',
  description:
    'Pages on an origin that is newly allowed (CORS) can call an API or function URL in the browsers of its users, with what these are logged in with. Any origin (`*`) is a warning, and a named one a note.',
  *find(cx) {
    const before = corsPartners(corsBy(cx.before), (id) => cx.partner(id));
    for (const [key, { owner, where, at, allows }] of corsBy(cx.after)) {
      const former = before.get(key)?.allows.origin ?? [];
      if (cx.former(owner.id) === undefined || former.includes('*')) continue;
      const gained = allows.origin.filter((origin) => !former.includes(origin));
      if (gained.length === 0) continue;
      const any = gained.includes('*');
      const instead = former.length === 0 ? 'none' : enumerated(former.map((origin) => `'${origin}'`));
      yield {
        text: any
          ? `${where} now allows cross-origin requests from any origin, instead of ${instead}.`
          : `${where} now allows cross-origin requests from ${enumerated(gained.map((origin) => `'${origin}'`))}, too.`,
        level: any ? 'warning' : 'info',
        resource: owner.id,
        at,
      };
    }
  },
});
