import { apiRoutes } from '../../lint/facts/apis/routes.ts';
import type { Cause } from '../../model/origin.ts';
import type { TemplateView } from '../../model/rule.ts';
import { get, getIn, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import type { Resource, Side } from '../side.ts';
import { called, enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** What browsers may send from other origins; `*` stands for all. */
interface Cors {
  readonly owner: Resource;
  readonly where: string;
  readonly at: Cause | undefined;
  readonly allows: Readonly<Record<'origin' | 'method' | 'header', readonly string[]>>;
}

export default defineConsequence({
  id: 'cors-narrowed',
  level: 'warning',
  title: 'Browsers may no longer call from an origin, by a method, or with a header',
  description:
    'Browsers ask an API or function URL what other origins may send (CORS). What it no longer names they refuse to send, and pages of those origins stop working.',
  *find(cx) {
    const now = corsOf(cx, 'after');
    for (const [key, before] of corsOf(cx, 'before')) {
      const after = now.get(key);
      const id = cx.partner(before.owner.id);
      // What is gone as a whole is told as such.
      if (id === undefined) continue;
      const lost = (['origin', 'method', 'header'] as const).flatMap((what) => {
        const allowed = after?.allows[what] ?? [];
        const gone = allowed.includes('*') ? [] : before.allows[what].filter((each) => !allowed.includes(each));
        return gone.length === 0
          ? []
          : [`the ${what}${gone.length === 1 ? '' : 's'} ${enumerated(gone.map((each) => `'${each}'`))}`];
      });
      if (lost.length === 0) continue;
      yield {
        text: `${before.where} no longer lets browsers use ${enumerated(lost)}${after ? '' : ': it does not answer CORS any more'}.`,
        resource: id,
        at: after?.at,
        wasAt: before.at,
      };
    }
  },
});

/** The CORS of all APIs and function URLs of one side, by what stays the same between both. */
const corsOf = (cx: ChangeContext, which: 'before' | 'after'): ReadonlyMap<string, Cors> => {
  const [side, facts] = which === 'before' ? [cx.before, cx.old] : [cx.after, cx.now];
  const idOf = (id: string) => (which === 'before' ? (cx.partner(id) ?? id) : id);
  const found = new Map<string, Cors>();
  for (const owner of side.resources.values()) {
    const places =
      { 'AWS::ApiGatewayV2::Api': ['CorsConfiguration', 'Body'], 'AWS::Lambda::Url': ['Cors'] }[owner.type] ?? [];
    const written = get(owner.body, 'Properties');
    for (const name of places) {
      if (get(written, name) === undefined) continue;
      const properties = cx.properties(owner, side);
      const value = name === 'Body' ? getIn(properties, 'Body', 'x-amazon-apigateway-cors') : get(properties, name);
      if (!isMap(value)) continue;
      const container = name === 'Body' ? get(properties, 'Body')! : properties;
      const at = placeAt(container, name === 'Body' ? 'x-amazon-apigateway-cors' : name);
      found.set(`${idOf(owner.id)}`, { owner, where: titled(owner), at, allows: listsOf(value) });
    }
  }
  for (const [key, cors] of optionsOf(side, facts)) found.set(`${idOf(cors.owner.id)} ${key}`, cors);
  return found;
};

const titled = ({ type, id }: Resource): string => called(type, id).replace(/^t/, 'T');

const listsOf = (cors: Json): Cors['allows'] => {
  const list = (upper: string, lower: string) => {
    const value = get(cors, upper) ?? get(cors, lower);
    return (isList(value) ? value : value === undefined ? [] : [value]).map(symbolic);
  };
  return {
    origin: list('AllowOrigins', 'allowOrigins'),
    method: list('AllowMethods', 'allowMethods'),
    header: list('AllowHeaders', 'allowHeaders'),
  };
};

/** REST APIs answer CORS by OPTIONS methods whose integration gives the headers as quoted texts. */
function* optionsOf(side: Side, facts: TemplateView): Generator<[string, Cors]> {
  for (const route of apiRoutes(facts)) {
    if (route.method !== 'OPTIONS' || !route.operation) continue;
    const owner = side.resources.get(route.api.id);
    const integration = get(route.operation.body, 'x-amazon-apigateway-integration');
    const responses = get(integration, 'responses');
    const parameters = (isMap(responses) ? Object.values(responses) : []).map((each) =>
      get(each, 'responseParameters'),
    );
    const list = (name: string): string[] =>
      parameters.flatMap((map) => {
        const value = get(map, `method.response.header.Access-Control-Allow-${name}`);
        const text = value === undefined ? '' : symbolic(side.meaning.value(value) ?? '');
        return isString(text)
          ? text
              .replace(/^'|'$/g, '')
              .split(',')
              .map((each) => each.trim())
              .filter(Boolean)
          : [];
      });
    const allows = { origin: list('Origin'), method: list('Methods'), header: list('Headers') };
    if (!owner || allows.origin.length === 0) continue;
    const path = route.operation.path;
    yield [path, { owner, where: `'${path}' of ${called(owner.type, owner.id)}`, at: route.at, allows }];
  }
}
