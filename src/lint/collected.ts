import type { Finding } from '../model/problem.ts';
import { placeKey } from './place-key.ts';

interface Collection {
  readonly finding: Finding;
  /** The further resources of which the same was found at the same place. */
  others: Set<string> | undefined;
}

const mostNames = 3;

/**
 * The findings of a run. What `Globals`, an alias or a file gives to several resources is reported once, with the names of
 * the others.
 */
export class Collected {
  readonly #found = new Map<string, Collection>();

  /** @param id the resource that the finding is of */
  add(finding: Finding, id: string | undefined): void {
    const { code, span, text } = finding;
    const named = id !== undefined && text.includes(`'${id}'`);
    const told = named ? text.replaceAll(`'${id}'`, "'…'") : text;
    const key = span ? `${code} ${placeKey(span)} ${told}` : `${this.#found.size}`;
    const known = this.#found.get(key);
    if (!known) this.#found.set(key, { finding, others: undefined });
    else if (named && !known.finding.text.includes(`'${id}'`)) {
      known.others ??= new Set();
      known.others.add(id);
    }
  }

  get all(): Finding[] {
    return [...this.#found.values()].map(({ finding, others }) =>
      others === undefined
        ? finding
        : { ...finding, text: `${finding.text} The same goes for ${listed([...others])}.` },
    );
  }
}

const listed = (ids: readonly string[]): string => {
  const names = ids.slice(0, mostNames).map((id) => `'${id}'`);
  if (ids.length > mostNames) names.push(`${ids.length - mostNames} more`);
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
