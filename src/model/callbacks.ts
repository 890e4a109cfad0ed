import { type Finding, message } from './problem.ts';
import { thrownMessage } from './thrown.ts';

const WrongResult = message(
  'wrong-option-value',
  'error',
  (name: string, wanted: string, given: string) =>
    `'${name}' of the options must return ${wanted}; it returned ${given}.`,
);
const Threw = message(
  'wrong-option-value',
  'error',
  (name: string, reason: string) => `'${name}' of the options threw an error: ${reason}`,
);

type Test = (value: unknown) => boolean;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';

type Callback = (...args: never[]) => unknown;

const text: readonly [Test, string] = [(value) => typeof value === 'string', 'a text or undefined'];
const flag: readonly [Test, string] = [(value) => typeof value === 'boolean', 'true or false'];
const size: readonly [Test, string] = [(value) => Number.isFinite(value), 'a number of bytes or undefined'];
const map: readonly [Test, string] = [
  (value) => typeof value === 'object' && !isPromise(value),
  'an object or undefined',
];

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const archive: readonly [Test, string] = [
  (value) =>
    isObject(value) &&
    Number.isFinite(value['entries']) &&
    Number.isFinite(value['unpacked']) &&
    Array.isArray(value['outside']),
  "an object with the numbers 'entries' and 'unpacked' and the list 'outside', or undefined",
];
const listing: readonly [Test, string] = [
  (value) => isObject(value) && Array.isArray(value['entries']) && Array.isArray(value['leftOut']),
  "an object with the lists 'entries' and 'leftOut', or undefined",
];

/** The functions among the options of the library, by option, and what they return. */
const callbacks: Readonly<Record<string, Readonly<Record<string, readonly [Test, string]>>>> = {
  resolveApplication: { '': text },
  builtCode: { '': text },
  sizes: { packed: size, unpacked: size },
  reader: {
    kind: [(value) => value === 'file' || value === 'directory', "'file', 'directory' or undefined"],
    text,
    fingerprint: text,
    fault: map,
    names: [(value) => Array.isArray(value) && value.every((name) => typeof name === 'string'), 'a list of texts'],
    list: listing,
    archive,
    isLink: flag,
    isOutside: flag,
  },
};

/**
 * The same options with functions that always return what they must, or undefined. What the caller's own functions threw
 * or returned in its place is found in `faults` afterwards, once for each function.
 */
export const guardedCallbacks = <O extends object>(options: O): { options: O; faults: () => readonly Finding[] } => {
  const faults = new Map<string, Finding>();
  const guard =
    (owner: unknown, call: Callback, name: string, [test, wanted]: readonly [Test, string]): Callback =>
    (...args) => {
      try {
        const result = call.apply(owner, args) ?? undefined;
        if (result === undefined || test(result)) return result;
        faults.set(name, WrongResult(name, wanted, kindOf(result)));
        // What becomes of it is reported nowhere else.
        if (isPromise(result)) result.then(undefined, () => undefined);
      } catch (error) {
        faults.set(name, Threw(name, thrownMessage(error)));
      }
      return undefined;
    };
  const given = options as Readonly<Record<string, unknown>>;
  const guarded: Record<string, unknown> = { ...given };
  for (const [option, results] of Object.entries(callbacks)) {
    const value = given[option];
    if (typeof value === 'function') guarded[option] = guard(options, value as Callback, option, results['']!);
    if (typeof value !== 'object' || value === null) continue;
    const methods: Record<string, Callback> = {};
    for (const [name, result] of Object.entries(results)) {
      const full = `${option}.${name}`;
      try {
        const method = (value as Readonly<Record<string, unknown>>)[name];
        if (typeof method === 'function') methods[name] = guard(value, method as Callback, full, result);
      } catch (error) {
        faults.set(full, Threw(full, thrownMessage(error)));
      }
    }
    guarded[option] = methods;
  }
  return { options: guarded as O, faults: () => [...faults.values()] };
};

const kindOf = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`;
  if (isPromise(value)) return 'a promise, which is not waited for';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${String(value)}`;
};
