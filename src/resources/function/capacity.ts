import { calculate, carry, entryOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../../model/tree.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import type { FunctionContext } from './context.ts';

const NoArn = message('missing-property', 'error', () => "'CapacityProviderConfig' needs 'Arn'.");
const Wrong = message(
  'wrong-type',
  'error',
  (name: string, found: string, allowed: string) => `'${name}' is ${found}; it must be ${allowed}.`,
);

interface Part {
  readonly name: string;
  readonly to: string;
  readonly allowed: string;
  /** The scalar as the generated property has it, or undefined when it cannot be read as one. */
  readonly read: (value: Json) => Json | undefined;
}

const numeric = (value: Json): number | undefined => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = isString(value) ? value.trim() : value;
  return text !== '' && typeof text !== 'object' && Number.isFinite(Number(text)) ? Number(text) : undefined;
};

const whole = (value: Json): number | undefined => {
  const number = numeric(value);
  if (number === undefined || (isString(value) && !Number.isInteger(number))) return undefined;
  return Math.trunc(number);
};

/** A number is cut to a whole one; a text may be a fraction. */
const ratio = (value: Json): number | undefined => (isString(value) ? numeric(value) : whole(value));

const parts: readonly Part[] = [
  {
    name: 'Arn',
    to: 'CapacityProviderArn',
    allowed: 'a string',
    read: (value) => (isString(value) || typeof value === 'number' ? String(value) : undefined),
  },
  {
    name: 'PerExecutionEnvironmentMaxConcurrency',
    to: 'PerExecutionEnvironmentMaxConcurrency',
    allowed: 'an integer',
    read: whole,
  },
  {
    name: 'ExecutionEnvironmentMemoryGiBPerVCpu',
    to: 'ExecutionEnvironmentMemoryGiBPerVCpu',
    allowed: 'a number',
    read: ratio,
  },
];

/** The `CapacityProviderConfig` of the Lambda function, or undefined where it is not to run on a capacity provider. */
export const capacityProviderConfig = (cx: FunctionContext): JsonMap | undefined => {
  const given = cx.props.CapacityProviderConfig;
  if (!isMap(given) || !isTruthy(given)) return undefined;
  const known = parts.map((part) => part.name);
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      cx.report(unknownKey("'CapacityProviderConfig'", name, known), entryOf(given, name)?.key);
  }
  if (isNothing(get(given, 'Arn'))) cx.report(NoArn(), cx.at('CapacityProviderConfig', 'Arn'));
  const instances = newMap();
  for (const part of parts) readPart(cx, given, part, instances);
  return stamp({ LambdaManagedInstancesCapacityProviderConfig: instances }, cx.at('CapacityProviderConfig'));
};

const readPart = (cx: FunctionContext, given: JsonMap, { name, to, allowed, read }: Part, result: JsonMap): void => {
  const value = get(given, name);
  if (isNothing(value)) return;
  carry(given, name, result, to);
  if (isMap(value)) return;
  const scalar = read(value);
  if (scalar === undefined) {
    cx.report(Wrong(`CapacityProviderConfig.${name}`, kindOf(value), allowed), cx.at('CapacityProviderConfig', name));
  } else if (typeof scalar === 'number') calculate(result, to, scalar);
  else result[to] = scalar;
};
