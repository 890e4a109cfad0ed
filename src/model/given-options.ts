import { inGroups } from './counted.ts';
import { type Finding, message } from './problem.ts';
import { thrownMessage } from './thrown.ts';

const Unreadable = message(
  'wrong-option-value',
  'error',
  (what: string, reason: string) => `${what} cannot be read: ${reason.replace(/\.$/, '')}.`,
);

/** How deep the data of an option may be nested, and how many values they may have. */
const maximumDepth = 100;
const mostValues = 1_000_000;

/**
 * Options as plain data, each read once: their getters and proxies are code of the caller, which may fail.
 * @returns the faults in place of what could not be read
 */
export const givenOptions = <O>(given: O): { readonly options: O; readonly faults: readonly Finding[] } => {
  if (typeof given !== 'object' || given === null) return { options: given, faults: [] };
  const faults: Finding[] = [];
  const attempt = <T>(what: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      faults.push(Unreadable(what, thrownMessage(error)));
      return undefined;
    }
  };
  const names = attempt('The options', () => (Array.isArray(given) ? undefined : Object.keys(given)));
  if (names === undefined) return { options: faults.length > 0 ? ({} as O) : given, faults };
  const options: Record<string, unknown> = {};
  for (const name of names) {
    options[name] = attempt(`The option '${name}'`, () => {
      const value = (given as Readonly<Record<string, unknown>>)[name];
      if (name === 'rules') return Array.isArray(value) ? Array.from(value) : value;
      return asGiven.has(name) ? value : new Copier().copy(value, 0);
    });
  }
  return { options: options as O, faults };
};

/** What is not data, and has readers of its own. */
const asGiven: ReadonlySet<string> = new Set(['template', 'reader', 'sizes']);

class Copier {
  #count = 0;

  copy(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (depth > maximumDepth) throw new Error(`it is nested more than ${maximumDepth} deep`);
    if (this.#count++ > mostValues) throw new Error(`it has more than ${inGroups(mostValues)} values`);
    if (Array.isArray(value)) return Array.from(value, (item) => this.copy(item, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.copy(item, depth + 1)]));
  }
}
