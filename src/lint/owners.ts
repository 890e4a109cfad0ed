import type { Cause } from '../model/origin.ts';
import type { ResourceNode } from '../model/rule.ts';
import { isMap } from '../model/tree.ts';
import { stepAround } from './facts/templates/step-around.ts';

/** Who a finding belongs to, in the author's own terms. */
export interface Owner {
  readonly logicalId: string | undefined;
  readonly eventId: string | undefined;
}

/** Finds the resource and event of the source behind a resource of the expansion. */
export class Owners {
  readonly #written: (id: string) => ResourceNode | undefined;
  /** Generated logical id → that of the resource that made it. */
  readonly #makers = new Map<string, string>();

  constructor(made: ReadonlyMap<string, readonly string[]>, written: (id: string) => ResourceNode | undefined) {
    this.#written = written;
    for (const [maker, ids] of made) for (const id of ids) if (maker !== '') this.#makers.set(id, maker);
  }

  /** The owner of something found at a place in a resource; what finishers generate keeps its own logical id. */
  of(id: string | undefined, at: Cause | undefined): Owner {
    if (id === undefined) return { logicalId: undefined, eventId: undefined };
    const source = this.#written(id) ?? this.#written(this.#makers.get(id) ?? '');
    return { logicalId: source?.id ?? id, eventId: source && at && eventAt(source, at) };
  }
}

/** The event of a resource in whose text a place lies. */
const eventAt = (source: ResourceNode, at: Cause): string | undefined => {
  const events = source.get('Events');
  const step = isMap(events) ? stepAround(events, at) : undefined;
  return step === undefined ? undefined : String(step);
};
