import { isString, type Json, kindOf } from '../../../model/tree.ts';

/** A scalar as text; undefined for maps, lists and nothing. */
export const scalarText = (value: Json | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

/** A number, or a text that holds one (CloudFormation takes both); undefined for everything else. */
export const scalarNumber = (value: Json | undefined): number | undefined => {
  const number = isString(value) && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** Whether a scalar is true, as a truth value or as text. */
export const isTrue = (value: Json | undefined): boolean => value === true || value === 'true';

/** Whether a scalar is false, as a truth value or as text. */
export const isFalse = (value: Json | undefined): boolean => value === false || value === 'false';

/** What was found, for messages: a text in quotes, a number or truth value as it is, otherwise its kind. */
export const shown = (value: Json | undefined): string => {
  if (isString(value)) return `'${value}'`;
  return scalarText(value) ?? kindOf(value);
};
