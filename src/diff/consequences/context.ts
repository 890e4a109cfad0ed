import type { TemplateView } from '../../model/rule.ts';
import type { ResourceSpec, Specs } from '../../model/spec.ts';
import { type JsonMap, newMap } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Compared } from '../compare/index.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import { permissionChanges } from '../permissions/changes.ts';
import type { Resource, Side } from '../side.ts';

/** What consequences are found in: both templates and what differs between them. */
export class ChangeContext {
  readonly before: Side;
  readonly after: Side;
  readonly compared: Compared;
  readonly specs: Specs | undefined;
  readonly #byId: ReadonlyMap<string, ResourceChange>;
  readonly #former: ReadonlyMap<string, string>;
  #permissions: readonly PermissionChange[] | undefined;

  constructor(before: Side, after: Side, compared: Compared, specs: Specs | undefined) {
    this.before = before;
    this.after = after;
    this.compared = compared;
    this.specs = specs;
    this.#byId = new Map(compared.resources.map((change) => [change.id, change]));
    this.#former = new Map([...compared.partners].map(([old, now]) => [now, old]));
  }

  /** The changes of resources of these types, or all. */
  changes(...types: string[]): readonly ResourceChange[] {
    const { resources } = this.compared;
    return types.length === 0 ? resources : resources.filter(({ type }) => types.includes(type));
  }

  /** What becomes of a resource, by its id after the change; undefined where nothing does. */
  change(id: string): ResourceChange | undefined {
    return this.#byId.get(id);
  }

  /** The id after the change of a resource that was there before. */
  partner(id: string): string | undefined {
    return this.compared.partners.get(id);
  }

  /** The id before the change of a resource that is there after it. */
  former(id: string): string | undefined {
    return this.#former.get(id);
  }

  get old(): TemplateView {
    return this.before.facts();
  }

  get now(): TemplateView {
    return this.after.facts();
  }

  spec(type: string): ResourceSpec | undefined {
    return this.specs?.resource(type);
  }

  /** The properties of a resource in their plainest form. */
  properties(resource: Resource | undefined, side: Side = this.after): JsonMap {
    return resource ? side.meaning.properties(resource.body) : newMap();
  }

  /** What changes in who may do what. */
  get permissions(): readonly PermissionChange[] {
    if (this.compared.resources.length === 0) return [];
    this.#permissions ??= permissionChanges(this.before, this.after, this.compared.partners, this.specs);
    return this.#permissions;
  }
}
