import { apiRoutes } from '../../lint/facts/apis/routes.ts';
import type { Cause } from '../../model/origin.ts';
import { get, getIn, isList, isMap, type Json } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import type { Resource, Side } from '../side.ts';
import { called } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';

/** What browsers may send from other origins; `*` stands for all. */
export interface Cors {
  readonly owner: Resource;
  readonly where: string;
  readonly at: Cause | undefined;
  readonly allows: Readonly<Record<'origin' | 'method' | 'header', readonly string[]>>;
}

const known = new WeakMap<Side, ReadonlyMap<string, Cors>>();

/** The CORS of all APIs and function URLs, by their logical ids; that of REST APIs by `id path`. */
export const corsBy = (side: Side): ReadonlyMap<string, Cors> => {
  const found = known.get(side) ?? read(side);
  known.set(side, found);
  return found;
};

/** The same by the ids that their owners have after a change. */
export const corsPartners = (
  all: ReadonlyMap<string, Cors>,
  idOf: (id: string) => string | undefined,
): ReadonlyMap<string, Cors> =>
  new Map([...all].map(([key, cors]) => [key.replace(cors.owner.id, idOf(cors.owner.id) ?? cors.owner.id), cors]));

/** The properties that hold the CORS of a resource. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::ApiGatewayV2::Api', ['CorsConfiguration', 'Body']],
  ['AWS::Lambda::Url', ['Cors']],
]);

const read = (side: Side): ReadonlyMap<string, Cors> => {
  const found = new Map<string, Cors>();
  for (const owner of side.resources.values()) {
    for (const name of places.get(owner.type) ?? []) {
      if (get(get(owner.body, 'Properties'), name) === undefined) continue;
      const properties = side.meaning.properties(owner.body);
      const value = name === 'Body' ? getIn(properties, 'Body', 'x-amazon-apigateway-cors') : get(properties, name);
      if (!isMap(value)) continue;
      const container = name === 'Body' ? get(properties, 'Body')! : properties;
      const at = placeAt(container, name === 'Body' ? 'x-amazon-apigateway-cors' : name);
      found.set(owner.id, { owner, where: titled(owner), at, allows: listsOf(value) });
    }
  }
  for (const [path, cors] of optionsOf(side)) found.set(`${cors.owner.id} ${path}`, cors);
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
function* optionsOf(side: Side): Generator<[string, Cors]> {
  for (const route of apiRoutes(side.facts())) {
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
        const items = text.replace(/^'|'$/g, '').split(',');
        return items.map((each) => each.trim()).filter(Boolean);
      });
    const allows = { origin: list('Origin'), method: list('Methods'), header: list('Headers') };
    if (!owner || allows.origin.length === 0) continue;
    const path = route.operation.path;
    yield [path, { owner, where: `'${path}' of ${called(owner.type, owner.id)}`, at: route.at, allows }];
  }
}
