import type { Cause } from '../model/origin.ts';
import type { Finding, Message } from '../model/problem.ts';

/** Reports a message at a place, on a resource and an event. */
export type Blame = (message: Message, at: Cause | undefined, logicalId?: string, eventId?: string) => void;

/** Everything found so far. The same finding at the same place is kept once. */
export class Findings {
  readonly #start: Cause | undefined;
  readonly #found: Finding[] = [];
  readonly #seen = new Set<string>();

  /** @param start where the document begins: the place of what has no better one */
  constructor(start: Cause | undefined) {
    this.#start = start;
  }

  get all(): readonly Finding[] {
    return this.#found;
  }

  get hasErrors(): boolean {
    return this.#found.some(({ level }) => level === 'error');
  }

  readonly blame: Blame = (message, at, logicalId, eventId) => {
    this.add({ ...message, span: at ?? this.#start, logicalId, eventId, related: at?.related });
  };

  add(finding: Finding): void {
    const { code, text, span, logicalId, eventId } = finding;
    const key = JSON.stringify([code, text, span?.source.file, span?.start, span?.end, logicalId, eventId]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#found.push(finding);
  }
}
