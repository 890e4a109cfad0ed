import type { ErrorObject } from 'ajv';
import { firstFaults } from '../../lint/first-faults.ts';
import { inTable } from '../../model/in-table.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Cause, entryOf } from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';
import { get, isList, isMap, type Json, type Step } from '../../model/tree.ts';
import { stepsOf } from '../../report/locate.ts';

const Invalid = message('invalid-config', 'error', (where: string, detail: string) => `${where} ${detail}`);

/** What the schema of the configuration refuses, each once. */
export const schemaFaults = (root: Json, errors: readonly ErrorObject[]): Finding[] => {
  const choices = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  /** Of a setting that may be a level or a map: what is wrong with the map where it is one, else that it is neither. */
  const isTelling = ({ instancePath, keyword, data, propertyName }: ErrorObject): boolean =>
    // The fault of all names reports what is wrong with this one.
    propertyName === undefined &&
    (!choices.has(instancePath) || (isMap(data) ? keyword === 'additionalProperties' : keyword === 'anyOf'));
  return firstFaults(errors.filter(isTelling), (error) => {
    const { instancePath, params } = error;
    const unknown: string | undefined = params['additionalProperty'] ?? params['propertyName'];
    const steps = stepsOf(instancePath) ?? [];
    const where = steps.length === 0 ? 'The configuration' : `'${steps.join('.')}'`;
    const span = placeOf(root, steps, unknown);
    return { ...Invalid(where, wordsOf(error)), ...(span && { span }) };
  });
};

/** What is wrong, as the end of a sentence. */
const wordsOf = ({ keyword, params, parentSchema, message: detail }: ErrorObject): string => {
  switch (keyword) {
    case 'anyOf':
      return 'must be error, warning, info or off, or a map with level and options.';
    case 'additionalProperties': {
      const unknown: string = params['additionalProperty'];
      const known = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
      return `has no setting '${unknown}'.${didYouMean(nearest(unknown, known)) || ` It has ${known.join(', ')}.`}`;
    }
    case 'propertyNames':
      return `cannot have the name '${params['propertyName']}'. Use letters, digits, points, hyphens and underscores, beginning with a letter or a digit.`;
    case 'required':
      return `needs '${params['missingProperty']}'.`;
    case 'type':
      return `must be ${[params['type']]
        .flat()
        .map((each: string) => inTable(types, each) ?? each)
        .join(', or ')}.`;
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).map(String).join(', ')}.`;
    case 'minItems':
      return 'must have at least one item.';
    case 'pattern':
      return params['pattern'] === '\\S' ? 'must not be empty.' : 'must be a region, such as eu-central-1.';
    default:
      return `${detail ?? 'is not valid'}.`;
  }
};

const types: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** The place of a value, or of the key below it. */
const placeOf = (root: Json, steps: readonly string[], key: string | undefined): Cause | undefined => {
  let value: Json | undefined = root;
  let found: Cause | undefined;
  for (const part of steps) {
    const step: Step = isList(value) ? Number(part) : part;
    found = entryOf(value, step)?.value ?? found;
    value = isList(value) ? value[step as number] : get(value, String(step));
  }
  const ofKey = key === undefined ? undefined : entryOf(value, key)?.key;
  return ofKey ?? found ?? entryOf(root, Object.keys(root as object)[0] ?? '')?.key;
};
