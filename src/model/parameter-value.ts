import { isDynamicReference } from './dynamic-reference.ts';
import { matchesWhole } from './pattern.ts';
import { get, isList, isString, type Json } from './tree.ts';

/** Whether a parameter of this type is a list. */
export const isListType = (type: string): boolean =>
  /^(AWS::SSM::Parameter::Value<)?(List<|CommaDelimitedList)/.test(type);

/**
 * Why CloudFormation refuses a value for a parameter, as the end of a sentence that begins with the value; undefined
 * where it takes it, or reads it at the deployment. The values of a list are judged one by one.
 * @param parameter its declaration in `Parameters`
 * @param value a scalar, or the items of a list
 */
export const refusalOf = (parameter: Json | undefined, value: Json): string | undefined => {
  const type = get(parameter, 'Type');
  // The value of a parameter that reads the parameter store is the name of the entry there.
  if (!isString(type) || type.startsWith('AWS::SSM::Parameter::Value<')) return undefined;
  const whole = scalar(value);
  const items = isList(value) ? value.map(scalar) : isListType(type) ? whole?.split(',') : [whole];
  const texts = (items ?? [])
    .filter((item) => item !== undefined)
    .filter((item) => !isDynamicReference(item))
    .map((item) => (isListType(type) ? item.trim() : item));
  for (const refuse of [notOfType, notAllowed, outsideLimits, unmatched]) {
    for (const text of texts) {
      const reason = refuse({ parameter, type, text, whole });
      if (reason !== undefined) return isHidden(parameter) ? `the value ${reason}` : `'${text}' ${reason}`;
    }
  }
  return undefined;
};

interface Given {
  readonly parameter: Json | undefined;
  readonly type: string;
  readonly text: string;
  /** The whole value that the text is an item of; undefined where that is a list. */
  readonly whole: string | undefined;
}

const scalar = (value: Json | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

const isNumber = (text: string): boolean => /^\s*[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*$/i.test(text);

/** Whether the value of a parameter is a secret: `NoEcho`. */
export const isHidden = (parameter: Json | undefined): boolean =>
  scalar(get(parameter, 'NoEcho'))?.toLowerCase() === 'true';

const notOfType = ({ type, text }: Given): string | undefined =>
  /\bNumber\b/.test(type) && !isNumber(text) ? 'is not a number' : undefined;

const mostShown = 12;

const notAllowed = ({ parameter, type, text, whole }: Given): string | undefined => {
  const allowed = get(parameter, 'AllowedValues');
  const values = isList(allowed) ? allowed.map(scalar) : undefined;
  if (!values || values.includes(undefined)) return undefined;
  const number = type === 'Number' ? Number(text) : undefined;
  if (values.some((each) => each === text || each === whole || (number !== undefined && Number(each) === number))) {
    return undefined;
  }
  return `is not one of the allowed values: ${values.slice(0, mostShown).join(', ')}${values.length > mostShown ? ' …' : ''}`;
};

const outsideLimits = ({ parameter, type, text }: Given): string | undefined => {
  const limit = (name: string): number | undefined => {
    const value = scalar(get(parameter, name));
    return value !== undefined && isNumber(value) ? Number(value) : undefined;
  };
  if (type === 'Number') {
    const [least, most] = [limit('MinValue'), limit('MaxValue')];
    if (least !== undefined && Number(text) < least) return `is below 'MinValue', ${least}`;
    if (most !== undefined && Number(text) > most) return `is above 'MaxValue', ${most}`;
  } else if (type === 'String') {
    const [least, most] = [limit('MinLength'), limit('MaxLength')];
    const { length } = text;
    if (least !== undefined && length < least) return `has ${length} characters, and 'MinLength' is ${least}`;
    if (most !== undefined && length > most) return `has ${length} characters, and 'MaxLength' is ${most}`;
  }
  return undefined;
};

const unmatched = ({ parameter, text }: Given): string | undefined => {
  const pattern = get(parameter, 'AllowedPattern');
  return isString(pattern) && matchesWhole(pattern, text) === false
    ? `does not match 'AllowedPattern', ${pattern}`
    : undefined;
};
