import { didYouMean, nearest } from '../model/nearest.ts';
import type { Rule } from '../model/rule.ts';
import { thrownMessage } from '../model/thrown.ts';

/** What rules of a project stand beside. */
export interface RuleSurroundings {
  /** The ids and codes that there are already. */
  readonly taken: ReadonlySet<string>;
  /** Whether only AWS or SAM could have a resource type, and neither does. */
  isUnknown(type: string): boolean;
  /** The type that an unknown one most likely means. */
  nearType(type: string): string | undefined;
}

/**
 * What is wrong with a rule that comes from outside, as sentences; one with nothing can be run.
 * @param at how many rules stand before it in its list
 */
export const ruleFaults = (rule: unknown, at: number, surroundings: RuleSurroundings): string[] => {
  try {
    return faultsOf(rule, at, surroundings);
  } catch (error) {
    return [`Item ${at + 1} cannot be read: ${thrownMessage(error)}.`];
  }
};

/** Whether the parts of a rule can be read: getters and proxies may fail. */
export const isReadable = (rule: unknown): boolean => {
  try {
    if (typeof rule === 'object' && rule !== null) shapeFaults(rule as Readonly<Record<string, unknown>>);
    return true;
  } catch {
    return false;
  }
};

const faultsOf = (rule: unknown, at: number, { taken, isUnknown, nearType }: RuleSurroundings): string[] => {
  if (typeof rule !== 'object' || rule === null) return [`Item ${at + 1} must be a rule; it is ${shown(rule)}.`];
  const { id, on, needs } = rule as Partial<Rule>;
  const name = typeof id === 'string' ? `The rule '${id}'` : `Rule ${at + 1}`;
  const faults = shapeFaults(rule as Readonly<Record<string, unknown>>);
  if (taken.has(id!)) faults.push('the id is taken by another rule or code; put a name of yours before it.');
  for (const [key, types] of Object.entries({ on, needs })) {
    for (const type of Array.isArray(types) ? types.filter((each) => typeof each === 'string') : []) {
      if (isUnknown(type))
        faults.push(`'${key}' names '${type}', a type that AWS does not have.${didYouMean(nearType(type))}`);
    }
  }
  return faults.map((fault) => `${name}: ${fault}`);
};

/** What a part of a rule must be, as the end of a sentence; undefined where it is. */
type Check = (value: unknown, rule: Readonly<Record<string, unknown>>) => string | undefined;

const is =
  (wanted: string, test: (value: unknown) => boolean): Check =>
  (value) =>
    test(value) ? undefined : wanted;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const entriesOf = (value: unknown): [string, unknown][] => (isMap(value) ? Object.entries(value) : []);
const oneOf = (...allowed: readonly string[]): Check =>
  is(`must be one of ${allowed.join(', ')}`, (value) => allowed.includes(value as string));
const text = is('must be a text', isText);

const required: Readonly<Record<string, Check>> = {
  id: is(
    'must be lower-case words joined by hyphens',
    (value) => isText(value) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
  ),
  level: oneOf('error', 'warning', 'info'),
  category: oneOf('limits', 'correctness', 'reliability', 'security', 'cost', 'style'),
  stage: is(
    "must be 'source' (the template as written) or 'expanded'",
    (value) => value === 'source' || value === 'expanded',
  ),
  title: text,
  description: text,
  source: text,
  messages: is(
    'must be a map with at least one message, each a text',
    (value) => entriesOf(value).length > 0 && entriesOf(value).every(([, each]) => isText(each)),
  ),
  on: is(
    "must be a list of resource types, or 'template'",
    (value) => value === 'template' || (Array.isArray(value) && value.length > 0 && value.every(isText)),
  ),
  check: is('must be a function', (value) => typeof value === 'function'),
};

const isOneOf = (messages: unknown, id: string): boolean => isMap(messages) && Object.hasOwn(messages, id);

const optional: Readonly<Record<string, Check>> = {
  fixes: (value, { messages }) => {
    if (!isMap(value)) return "must be a map from ids of messages to 'safe' or 'unsafe'";
    for (const [id, safety] of Object.entries(value)) {
      if (!isOneOf(messages, id)) return `names '${id}', which is not one of the 'messages'`;
      if (safety !== 'safe' && safety !== 'unsafe') return `must say 'safe' or 'unsafe' for '${id}'`;
    }
    return undefined;
  },
  options: (value) => {
    if (!isMap(value)) return 'must be a map from names to {default, doc}';
    const wrong = Object.entries(value).find(
      ([, each]) => !isMap(each) || each['default'] === undefined || !isText(each['doc']),
    );
    return wrong && `must give '${wrong[0]}' a 'default' and a 'doc'`;
  },
  strict: (value, { messages }) => {
    if (!Array.isArray(value) || !value.every(isText)) return 'must be a list of ids of messages';
    const other = value.find((id) => !isOneOf(messages, id));
    return other && `names '${other}', which is not one of the 'messages'`;
  },
  supersedes: is('must be a list of codes', (value) => Array.isArray(value) && value.every(isText)),
  needs: (value, { on }) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every(isText))
      return 'must be a list of resource types, with at least one';
    return on === 'template' ? undefined : "is for rules on 'template'; 'on' says what this one looks at";
  },
  reads: (value, { on }) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every(isText))
      return 'must be a list of names of properties, with at least one';
    return on === 'template' ? 'is for rules on resources' : undefined;
  },
  macros: oneOf('silent'),
  example: is('must be a map', isMap),
  plugin: text,
};

const shapeFaults = (rule: Readonly<Record<string, unknown>>): string[] => [
  ...Object.entries(required).flatMap(([name, check]) => faultOf(rule, name, check)),
  ...Object.entries(optional).flatMap(([name, check]) => (rule[name] === undefined ? [] : faultOf(rule, name, check))),
  ...keysOf(rule)
    .filter((name) => !Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
    .map(
      (name) =>
        `a rule has no '${name}'.${didYouMean(nearest(name, [...Object.keys(required), ...Object.keys(optional)]))}`,
    ),
];

/** Inherited ones too: a rule may be an object of a class. */
const keysOf = (rule: object): string[] => {
  const keys: string[] = [];
  for (const key in rule) keys.push(key);
  return keys;
};

const faultOf = (rule: Readonly<Record<string, unknown>>, name: string, check: Check): string[] => {
  const fault = check(rule[name], rule);
  if (fault === undefined) return [];
  const isShown =
    fault.startsWith('must') && (typeof rule[name] !== 'object' || rule[name] === null || Array.isArray(rule[name]));
  return [`'${name}' ${fault}${isShown ? `; it is ${shown(rule[name])}` : ''}.`];
};

const shown = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' || typeof value === 'function' ? `a ${typeof value}` : String(value);
};
