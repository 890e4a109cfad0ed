import type { Cause } from '../model/origin.ts';
import type { Message } from '../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type Json, type JsonMap, newMap } from '../model/tree.ts';

/** Reports a message at a place, on a resource where it is inside one. */
export type Report = (message: Message, at: Cause | undefined, logicalId?: string) => void;

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
  readonly report: Report;
}

/** The scope of a template. */
export const scopeOf = (root: JsonMap, known: ReadonlyMap<string, Json>, report: Report): Scope => ({
  parameters: section(root, 'Parameters'),
  mappings: section(root, 'Mappings'),
  conditions: section(root, 'Conditions'),
  decided: new Map(),
  known,
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
  return listTypes.test(type) ? text.split(',').map((item) => item.trim()) : text;
};

const urlSuffix = (partition: Json | undefined): string | undefined => {
  if (partition === 'aws' || partition === 'aws-us-gov') return 'amazonaws.com';
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : undefined;
};

/** A scalar as text. */
export const textOf = (value: string | number | boolean | null): string => (value === null ? '' : String(value));
