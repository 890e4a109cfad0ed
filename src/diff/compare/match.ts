import { addTo } from '../../lint/facts/templates/grouping.ts';
import { append } from '../../model/lists.ts';
import type { ResourceSpec, Specs } from '../../model/spec.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { physicalName } from '../facts/physical-name.ts';
import type { Resource, Side } from '../side.ts';

/** A resource before and after; one of the two where it comes or goes. */
export interface Pair {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** `successor`: a version or deployment that takes the place of an earlier one, under an id of its own. */
  readonly by: 'id' | 'successor' | 'name' | 'content';
}

/** Types of which every change makes a new one beside the old, by the property that says what it is a state of. */
const successions: ReadonlyMap<string, string> = new Map([
  ['AWS::Lambda::Version', 'FunctionName'],
  ['AWS::Lambda::LayerVersion', 'LayerName'],
  ['AWS::ApiGateway::Deployment', 'RestApiId'],
  ['AWS::ApiGatewayV2::Deployment', 'ApiId'],
]);

export const isSuccession = (type: string): boolean => successions.has(type);

/** Says which resource is which: by logical id, then by physical name, then by content. */
export const matchResources = (before: Side, after: Side, specs: Specs | undefined): Pair[] => {
  const pairs: Pair[] = [];
  const [lost, gained] = [new Map<string, Resource>(), new Map<string, Resource>()];
  for (const [id, resource] of before.resources) {
    const other = after.resources.get(id);
    if (other) pairs.push({ before: resource, after: other, by: 'id' });
    else lost.set(id, resource);
  }
  for (const [id, resource] of after.resources) if (!before.resources.has(id)) gained.set(id, resource);
  if (lost.size > 0 && gained.size > 0) {
    const rest = new Rest(before, after, lost, gained, specs);
    append(pairs, [...rest.pairedBy('successor'), ...rest.pairedBy('name'), ...rest.pairedBy('content')]);
  }
  for (const resource of lost.values()) pairs.push({ before: resource, after: undefined, by: 'id' });
  for (const resource of gained.values()) pairs.push({ before: undefined, after: resource, by: 'id' });
  return pairs;
};

type Means = 'successor' | 'name' | 'content';

/** The resources that have no partner of the same id. */
class Rest {
  readonly #sides: readonly [Side, Side];
  readonly #rest: readonly [Map<string, Resource>, Map<string, Resource>];
  readonly #specs: Specs | undefined;

  constructor(
    before: Side,
    after: Side,
    lost: Map<string, Resource>,
    gained: Map<string, Resource>,
    specs: Specs | undefined,
  ) {
    this.#sides = [before, after];
    this.#rest = [lost, gained];
    this.#specs = specs;
  }

  /** Takes out and gives those that are alike in one way, and like no others. */
  pairedBy(means: Means): Pair[] {
    const [before, after] = [this.#byKey(means, 0), this.#byKey(means, 1)];
    const pairs: Pair[] = [];
    for (const [key, list] of before) {
      const others = after.get(key);
      if (list.length !== 1 || others?.length !== 1) continue;
      this.#rest[0].delete(list[0]!.id);
      this.#rest[1].delete(others[0]!.id);
      pairs.push({ before: list[0], after: others[0], by: means });
    }
    return pairs;
  }

  #byKey(means: Means, side: 0 | 1): Map<string, Resource[]> {
    const found = new Map<string, Resource[]>();
    for (const resource of this.#rest[side].values()) {
      const key = this.#key(means, resource, side);
      if (key === undefined) continue;
      addTo(found, `${resource.type} ${key}`, resource);
    }
    return found;
  }

  #key(means: Means, resource: Resource, side: 0 | 1): string | undefined {
    const { meaning } = this.#sides[side]!;
    const parent = successions.get(resource.type);
    if (means === 'successor') {
      return parent === undefined ? undefined : JSON.stringify(meaning.properties(resource.body)[parent] ?? null);
    }
    if (parent !== undefined) return undefined;
    const properties = meaning.properties(resource.body);
    if (means === 'content') return JSON.stringify(this.#withoutIds(properties, side, resource.id));
    return physicalName(resource.type, properties, this.#spec(resource))?.text;
  }

  #spec({ type }: Resource): ResourceSpec | undefined {
    return this.#specs?.resource(type);
  }

  /** A value in which resources that have no partner are called by their types, and names that begin with an id go without. */
  #withoutIds(value: Json, side: 0 | 1, own: string): Json {
    if (Array.isArray(value)) return value.map((each) => this.#withoutIds(each, side, own));
    if (isString(value)) return value.startsWith(own) && value !== own ? `(id)${value.slice(own.length)}` : value;
    if (!isMap(value)) return value;
    const reference = get(value, 'Ref');
    if (isString(reference)) return { Ref: this.#called(reference, side) };
    const attribute = get(value, 'Fn::GetAtt');
    if (Array.isArray(attribute) && isString(attribute[0])) {
      return { 'Fn::GetAtt': [this.#called(attribute[0], side), ...attribute.slice(1)] };
    }
    const copy: JsonMap = {};
    for (const key of Object.keys(value)) copy[key] = this.#withoutIds(value[key]!, side, own);
    return copy;
  }

  #called(id: string, side: 0 | 1): string {
    const resource = this.#rest[side].get(id);
    return resource === undefined ? id : `(${resource.type})`;
  }
}
