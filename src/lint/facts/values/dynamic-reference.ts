import { isString, type Json } from '../../../model/tree.ts';

/** Whether CloudFormation puts a secret or a parameter into a text at the deployment. */
export const isDynamicReference = (value: Json): boolean => isString(value) && value.includes('{{resolve:');
