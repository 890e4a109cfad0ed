import { Budget } from '../model/budget.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import type { Known } from './resolve.ts';

/** What functions may come to in one run of all rules: a template of the largest size, some twenty times. */
const maximumCharacters = 400_000_000;

/**
 * What rules may take for known before the deployment. The default of a parameter that reads the parameter store is the
 * name under which the value lies there, not the value.
 */
export const knownToRules = (values: ReadonlyMap<string, Json>, source: JsonMap): Known => {
  const mappings = get(source, 'Mappings');
  const parameters = get(source, 'Parameters');
  const stored = isMap(parameters) ? Object.keys(parameters).filter((name) => isStored(parameters[name])) : [];
  const budget = new Budget(maximumCharacters);
  if (stored.length === 0) return { values, mappings, budget };
  const literal = new Map(values);
  for (const name of stored) literal.delete(name);
  return { values: literal, mappings, budget };
};

const isStored = (parameter: Json | undefined): boolean => {
  const type = get(parameter, 'Type');
  return isString(type) && type.startsWith('AWS::SSM::Parameter::Value<');
};
