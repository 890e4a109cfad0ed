import { Budget } from '../model/budget.ts';
import { inGroups } from '../model/counted.ts';
import { type Cause, originOf } from '../model/origin.ts';
import { maximumText } from '../model/placeholders.ts';
import { type Message, message } from '../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type Json, type JsonMap, newMap } from '../model/tree.ts';

/** Reports a message at a place, on a resource where it is inside one. */
export type Report = (message: Message, at: Cause | undefined, logicalId?: string) => void;

const TextTooLong = message(
  'text-too-long',
  'error',
  () => `This function makes a text of more than ${inGroups(maximumText)} characters, which no template can hold.`,
);
const TooMuchText = message(
  'text-too-long',
  'error',
  () => `The functions of this template make more than ${inGroups(maximumCharacters)} characters.`,
);

/** What functions may make in all: far more than a template can hold. */
const maximumCharacters = 64 * maximumText;

/** What the values of functions are made from. */
export interface Scope {
  readonly parameters: JsonMap;
  readonly mappings: JsonMap;
  /** With the loops in them expanded. */
  readonly conditions: JsonMap;
  /** Conditions that were looked at already, and what came of it. */
  readonly decided: Map<string, boolean | undefined>;
  /** Values of parameters and pseudo parameters, as they were given. */
  readonly known: ReadonlyMap<string, Json>;
  /** Values that were taken apart already. */
  readonly lists: Map<string, Json[]>;
  readonly budget: Budget;
  readonly report: Report;
}

/** The scope of a template. */
export const scopeOf = (root: JsonMap, known: ReadonlyMap<string, Json>, report: Report): Scope => ({
  parameters: section(root, 'Parameters'),
  mappings: section(root, 'Mappings'),
  conditions: section(root, 'Conditions'),
  decided: new Map(),
  known,
  lists: new Map(),
  budget: new Budget(maximumCharacters),
  report,
});

const section = (root: JsonMap, name: string): JsonMap => {
  const value = get(root, name);
  return isMap(value) ? value : newMap();
};

const listTypes = /^(?:CommaDelimitedList|List<.*>)$/;

/** The type of a declared parameter. */
const typeOf = ({ parameters }: Scope, name: string): string => {
  const type = get(get(parameters, name), 'Type');
  return isString(type) ? type : '';
};

/** Whether a declared parameter is hidden by `NoEcho`. */
export const isHidden = ({ parameters }: Scope, name: string): boolean => {
  const hidden = get(get(parameters, name), 'NoEcho');
  return isString(hidden) ? hidden.toLowerCase() === 'true' : isTruthy(hidden);
};

/**
 * The value of a parameter or pseudo parameter before the deployment, lists as lists; undefined where it is not known.
 * What stands in the parameter store is only known at the deployment, and a hidden value has no business in a template.
 */
export const knownValue = (scope: Scope, name: string): Json | undefined => {
  if (name === 'AWS::URLSuffix') return urlSuffix(scope.known.get('AWS::Partition'));
  const value = isHidden(scope, name) ? undefined : scope.known.get(name);
  if (value === undefined || isList(value) || isMap(value)) return value;
  const type = typeOf(scope, name);
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return undefined;
  const text = textOf(value);
  return listTypes.test(type) ? listOf(scope, name, text) : text;
};

const listOf = ({ lists }: Scope, name: string, text: string): Json[] => {
  const list = lists.get(name) ?? text.split(',').map((item) => item.trim());
  lists.set(name, list);
  return list;
};

/** How long the next text may be. */
export const mostText = ({ budget }: Scope): number => Math.min(maximumText, budget.left);

/**
 * Whether a function may make a text of this length, or take one of it apart; reported where it may not.
 * @param length the length of the text; undefined when it is more than `mostText`
 */
export const mayMake = (length: number | undefined, scope: Scope, map: JsonMap): boolean => {
  const most = mostText(scope);
  if (length !== undefined && length <= most) return scope.budget.spend(length);
  if (most === maximumText) scope.report(TextTooLong(), originOf(map));
  else {
    scope.report(TooMuchText(), undefined);
    scope.budget.spend(Number.POSITIVE_INFINITY);
  }
  return false;
};

const urlSuffix = (partition: Json | undefined): string | undefined => {
  if (partition === 'aws' || partition === 'aws-us-gov') return 'amazonaws.com';
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : undefined;
};

/** A scalar as text. */
export const textOf = (value: string | number | boolean | null): string => (value === null ? '' : String(value));
