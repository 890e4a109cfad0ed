import { guardedCallbacks } from './callbacks.ts';
import { givenOptions } from './given-options.ts';
import { didYouMean, nearest } from './nearest.ts';
import { type Finding, message } from './problem.ts';
import { isRegion } from './region.ts';
import { isBytes } from './tree.ts';

const InvalidOptions = message(
  'wrong-option-value',
  'error',
  (given: string) => `The options must be an object; they are ${given}.`,
);
const InvalidOption = message(
  'wrong-option-value',
  'error',
  (name: string, wanted: string, given: string) => `The option '${name}' must be ${wanted}; it is ${given}.`,
);
const UnknownOption = message(
  'unknown-option',
  'warning',
  (name: string, near: string | undefined) => `There is no option '${name}'.${didYouMean(near)}`,
);

const WrongArgument = message(
  'wrong-option-value',
  'error',
  (name: string, wanted: string, given: string) => `The argument '${name}' must be ${wanted}; it is ${given}.`,
);

type Test = (value: unknown) => boolean;

/** What cannot be asked is not as it must be. */
const holds = (test: Test, value: unknown): boolean => {
  try {
    return test(value);
  } catch {
    return false;
  }
};

const isText: Test = (value) => typeof value === 'string';
const isFlag: Test = (value) => typeof value === 'boolean';
const isFunction: Test = (value) => typeof value === 'function';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const hasMethods =
  (...names: readonly string[]): Test =>
  (value) =>
    isObject(value) && names.every((name) => isFunction(value[name]));
const isTime: Test = (value) => Number.isFinite(value) && Math.abs(value as number) <= 8.64e12;
const isParameter: Test = (value) =>
  isText(value) ||
  isFlag(value) ||
  Number.isFinite(value) ||
  isListOf((item) => isText(item) || Number.isFinite(item))(value);

/** The options of the library's functions: what each of them must be, and how that is said. A call may have those of another. */
const options: Readonly<Record<string, readonly [Test, string]>> = {
  path: [isText, 'a text'],
  stage: [isText, 'a text'],
  parameters: [
    (value) => isObject(value) && Object.values(value).every(isParameter),
    'an object whose values are texts, numbers, true or false, or lists of texts',
  ],
  unknownParameters: [isListOf(isText), 'a list of names of parameters'],
  region: [(value) => typeof value === 'string' && isRegion(value), "the name of a region, such as 'eu-central-1'"],
  resolveApplication: [isFunction, 'a function'],
  reader: [hasMethods('kind', 'text', 'fingerprint'), "an object with the functions 'kind', 'text' and 'fingerprint'"],
  movePath: [isFunction, 'a function'],
  includeOutside: [isFlag, 'true or false'],
  builtCode: [isFunction, 'a function'],
  artifacts: [
    (value) => isObject(value) && isText(value['bucket']) && ['string', 'undefined'].includes(typeof value['prefix']),
    "an object with 'bucket' and perhaps 'prefix', both texts",
  ],
  now: [isTime, 'a number of seconds since 1970'],
  beforeBuild: [isFlag, 'true or false'],
  config: [isObject, 'an object'],
  rules: [Array.isArray, 'a list of rules'],
  only: [isListOf(isText), 'a list of ids of rules'],
  sizes: [hasMethods('packed', 'unpacked'), "an object with the functions 'packed' and 'unpacked'"],
  specs: [isFunction, 'a function'],
  // Arguments beside the options.
  template: [() => true, 'a template'],
  target: [isText, 'a logical ID, a JSON pointer or a line, as a text'],
};

/** What is wrong with the options of a call, as findings without a place. An option that is undefined is not given. */
export const optionFaults = (given: unknown): Finding[] => {
  const { options: read, faults } = givenOptions(given);
  return faults.length > 0 ? [...faults] : faultsIn(read);
};

const faultsIn = (given: unknown): Finding[] => {
  if (!isObject(given)) return [InvalidOptions(shown(given))];
  return Object.keys(given).flatMap((name) => {
    if (!Object.hasOwn(options, name)) return [UnknownOption(name, nearest(name, Object.keys(options)))];
    const [test, wanted] = options[name]!;
    const value = given[name];
    return value === undefined || holds(test, value) ? [] : [InvalidOption(name, wanted, shown(value))];
  });
};

/** The arguments of functions that take texts only, and what else stands beside the options. */
const positional: Readonly<Record<string, readonly [Test, string]>> = {
  input: [(value) => isText(value) || isBytes(value), 'the text of a template, or its bytes'],
  id: [isText, 'the logical ID of a function, as a text'],
  logicalId: [isText, 'the logical ID of a resource, as a text'],
  type: [isText, 'the type of a resource, as a text'],
  properties: [(value) => typeof value === 'object' && value !== null, 'an object'],
  path: [isText, 'the path of a template, as a text'],
  expanded: [(value) => isText(value) || isObject(value), 'the path of a template, or a template that is expanded'],
  kinds: [isListOf((kind) => kind === 'safe' || kind === 'unsafe'), "a list of 'safe' and 'unsafe'"],
};

/** What is wrong with the arguments of a call beside its options, by their names. */
export const argumentFaults = (given: Readonly<Record<string, unknown>>): Finding[] =>
  Object.keys(given).flatMap((name) => {
    const [test, wanted] = positional[name]!;
    return holds(test, given[name]) ? [] : [WrongArgument(name, wanted, shown(given[name]))];
  });

/**
 * Refuses arguments and options of a function that throws on mistakes.
 * @param given the arguments beside the options, by their names
 * @throws Error with the first mistake
 */
export const refuseMistakes = (given: Readonly<Record<string, unknown>>, options: unknown): void => {
  const [fault] = [...argumentFaults(given), ...optionFaults(options)].filter(({ level }) => level === 'error');
  if (fault !== undefined) throw new Error(fault.text);
};

const shown = (value: unknown): string => {
  if (value === null) return 'null';
  if (isText(value)) return `'${value}'`;
  if (holds(Array.isArray, value)) return 'a list';
  if (typeof value === 'object' || typeof value === 'function')
    return `a${typeof value === 'object' ? 'n' : ''} ${typeof value}`;
  return String(value);
};

/**
 * Carries out a call of the library, unless its options or arguments are wrong or a function among the options fails.
 * @param of what is wrong with the arguments
 * @param run the call, given options whose functions return what they must, and the faults that do not stop it
 * @param refused the result of a call that was not carried out
 */
export const carriedOut = <O extends object, R>(
  options: O,
  of: readonly Finding[],
  run: (options: O, faults: readonly Finding[]) => R,
  refused: (faults: readonly Finding[]) => R,
): R => {
  const { options: read, faults: unread } = givenOptions(options);
  const faults = [...of, ...(unread.length > 0 ? unread : faultsIn(read))];
  if (areRefused(faults)) return refused(faults);
  const guarded = guardedCallbacks(read);
  const result = run(guarded.options, faults);
  const met = guarded.faults();
  return met.length === 0 ? result : refused([...faults, ...met]);
};

/** Whether a call cannot be carried out with options that have these faults. */
export const areRefused = (faults: readonly Pick<Finding, 'level'>[]): boolean =>
  faults.some(({ level }) => level === 'error');
