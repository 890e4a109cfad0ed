import type { ResourceNode } from '../model/rule.ts';
import { addTo } from './facts/templates/grouping.ts';

/** The resources of a template, by logical id and by type. */
export class TemplateIndex {
  readonly all: readonly ResourceNode[];
  readonly #byId = new Map<string, ResourceNode>();
  readonly #byType = new Map<string, ResourceNode[]>();

  constructor(nodes: readonly ResourceNode[]) {
    this.all = nodes;
    for (const node of nodes) {
      this.#byId.set(node.id, node);
      addTo(this.#byType, node.type, node);
    }
  }

  byId(id: string): ResourceNode | undefined {
    return this.#byId.get(id);
  }

  ofTypes(types: readonly string[]): readonly ResourceNode[] {
    if (types.length === 0) return this.all;
    if (types.length === 1) return this.#byType.get(types[0]!) ?? [];
    let found: readonly ResourceNode[] = [];
    for (const type of types) {
      const list = this.#byType.get(type);
      if (list) found = found.length === 0 ? list : [...found, ...list];
    }
    return found;
  }
}
