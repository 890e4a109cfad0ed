import type { Budget } from '../model/budget.ts';
import { type Cause, entryOf, originOf } from '../model/origin.ts';
import type { FoundFile, ResourceNode, TemplateView } from '../model/rule.ts';
import type { Json, JsonMap, Step } from '../model/tree.ts';
import type { LocalFiles } from './local-files.ts';
import type { Owners } from './owners.ts';
import { type Known, resolveValue, targetId } from './resolve.ts';
import type { Scenarios } from './scenarios.ts';
import type { TemplateIndex } from './template-index.ts';

/** What a view is made of. */
export interface ViewParts {
  readonly source: JsonMap;
  readonly region: string;
  readonly partition: string;
  readonly known: Known;
  readonly written: TemplateIndex;
  readonly owners: Owners;
  readonly files: LocalFiles | undefined;
  readonly scenarios: Scenarios;
}

/** A template as those see it who ask about it: as written, or as expanded. */
export class View implements TemplateView {
  readonly template: JsonMap;
  readonly source: JsonMap;
  readonly facts: unknown[] = [];
  readonly region: string;
  readonly partition: string;
  readonly #parts: ViewParts;
  readonly #index: TemplateIndex;

  constructor(parts: ViewParts, template: JsonMap, index: TemplateIndex) {
    this.template = template;
    this.source = parts.source;
    this.region = parts.region;
    this.partition = parts.partition;
    this.#parts = parts;
    this.#index = index;
  }

  file(path: string, site: Cause | undefined): FoundFile | undefined {
    return this.#parts.files?.find(path, site);
  }

  resources(...types: string[]): readonly ResourceNode[] {
    return this.#index.ofTypes(types);
  }

  resource(id: string): ResourceNode | undefined {
    return this.#index.byId(id);
  }

  sources(...types: string[]): readonly ResourceNode[] {
    return this.#parts.written.ofTypes(types);
  }

  written(id: string): ResourceNode | undefined {
    return this.#parts.written.byId(id);
  }

  owner(id: string, at: Cause | undefined): { readonly logicalId: string; readonly eventId: string | undefined } {
    const { logicalId = id, eventId } = this.#parts.owners.of(id, at);
    return { logicalId, eventId };
  }

  get budget(): Budget {
    return this.#parts.known.budget;
  }

  resolve(value: Json | undefined, within?: Json): Json | undefined {
    return resolveValue(value, this.#parts.known, within);
  }

  target(value: Json | undefined): ResourceNode | undefined {
    const id = targetId(value);
    return id === undefined ? undefined : this.#index.byId(id);
  }

  possible(way: readonly string[]): boolean {
    return this.#parts.scenarios.possible(way);
  }

  happens(way: readonly string[]): boolean {
    return this.#parts.scenarios.happens(way);
  }

  placeOf(container: Json | undefined, step: Step): Cause | undefined {
    return entryOf(container, step)?.value ?? originOf(container);
  }

  keyOf(container: Json | undefined, step: Step): Cause | undefined {
    return entryOf(container, step)?.key ?? originOf(container);
  }
}
