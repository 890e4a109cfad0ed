import { isList, isString, type Json } from './tree.ts';

/** Whether CloudFormation puts a secret or a parameter into a text at the deployment. */
export const isDynamicReference = (value: Json): boolean => isString(value) && value.includes('{{resolve:');

/** Whether a value, or an item of a list, has a text that only the deployment knows. */
export const holdsDynamicReference = (value: Json): boolean =>
  isList(value) ? value.some(isDynamicReference) : isDynamicReference(value);
