import { type Cause, carry, carryEvenNull, entryOf, originOf, shallowCopy, stamp } from '../model/origin.ts';
import type { Contribution, FinishContext } from '../model/plugin.ts';
import { type Message, message } from '../model/problem.ts';
import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../model/tree.ts';

const WrongType = message(
  'wrong-resource-type',
  'error',
  (id: string, found: string, type: string) => `An event refers to '${id}', which is ${found}; it must be an ${type}.`,
);
const WrongShape = message(
  'wrong-type',
  'error',
  (name: string, id: string, found: string, allowed: string) =>
    `'${name}' of '${id}' is ${found}; it must be ${allowed}, because an event adds to it.`,
);

/** The attributes that a resource keeps when the transform changes it. */
const keptAttributes = ['Condition', 'DeletionPolicy', 'UpdatePolicy', 'UpdateReplacePolicy', 'Metadata'];

/** A resource that is not SAM's, while events change it. What is wrong with it is blamed on the resource. */
export class ChangedResource {
  /** A copy that may be changed. */
  readonly properties: JsonMap;
  readonly #cx: FinishContext;
  readonly #contribution: Contribution<unknown>;
  readonly #body: JsonMap;

  private constructor(cx: FinishContext, contribution: Contribution<unknown>) {
    this.#cx = cx;
    this.#contribution = contribution;
    this.#body = cx.expanded(contribution.target) ?? newMap();
    const properties = get(this.#body, 'Properties');
    this.properties = isMap(properties) ? shallowCopy(properties) : stamp(newMap(), contribution.cause);
  }

  /** Opens the resource that a contribution is for; undefined when it is not what the event takes it for. */
  static open(cx: FinishContext, contribution: Contribution<unknown>, type: string): ChangedResource | undefined {
    const resource = new ChangedResource(cx, contribution);
    const body = resource.#body;
    const found = get(body, 'Type');
    if (found !== type) {
      const kind = isString(found) ? `an ${found}` : 'of no type';
      resource.#blame(WrongType(contribution.target, kind, type), contribution.cause);
      return undefined;
    }
    const properties = get(body, 'Properties');
    if (properties === undefined || isMap(properties)) return resource;
    resource.#refuse(body, 'Properties', 'a map');
    return undefined;
  }

  get dependsOn(): Json | undefined {
    return get(this.#body, 'DependsOn');
  }

  /** A copy, in its place, of a map to be added to; undefined when something else stands there. */
  map(within: JsonMap, name: string): JsonMap | undefined {
    const value = get(within, name);
    if (!isNothing(value) && !isMap(value)) return this.#refuse(within, name, 'a map');
    const copy = isMap(value) ? shallowCopy(value) : stamp(newMap(), this.#contribution.cause);
    within[name] = copy;
    return copy;
  }

  /** A copy, in its place, of a list to be added to; undefined when something else stands there. */
  list(within: JsonMap, name: string): Json[] | undefined {
    const value = get(within, name);
    if (!isNothing(value) && !isList(value)) return this.#refuse(within, name, 'a list');
    const copy = isList(value) ? shallowCopy(value) : stamp([] as Json[], this.#contribution.cause);
    within[name] = copy;
    return copy;
  }

  /** Puts the changed resource in the place of the one that was there. */
  replace(dependsOn = this.dependsOn): void {
    const body = newMap();
    carry(this.#body, 'Type', body);
    if (isTruthy(dependsOn)) body['DependsOn'] = dependsOn!;
    for (const name of keptAttributes) carryEvenNull(this.#body, name, body);
    const properties = shallowCopy(this.properties);
    for (const name of Object.keys(properties)) if (properties[name] === null) delete properties[name];
    body['Properties'] = properties;
    this.#cx.replace(this.#contribution.target, stamp(body, originOf(this.#body)));
  }

  #refuse(within: JsonMap, name: string, allowed: string): undefined {
    const found = kindOf(get(within, name));
    const at = entryOf(within, name)?.value ?? originOf(within);
    this.#blame(WrongShape(name, this.#contribution.target, found, allowed), at);
  }

  #blame(found: Message, at: Cause | undefined): void {
    this.#cx.blame({ ...this.#contribution, logicalId: this.#contribution.target, eventId: undefined }, found, at);
  }
}
