import type { Context } from '../model/plugin.ts';
import { get, isString, type Json } from '../model/tree.ts';

/** The parameter that a value refers to: what is known of parameters is in the place of the reference by then. */
export const parameterIn = (value: Json, cx: Pick<Context, 'lookup'>): string | undefined => {
  const name = get(value, 'Ref');
  return isString(name) && !name.startsWith('AWS::') && !cx.lookup(name) ? name : undefined;
};

/** How it is said that a property cannot be read without the value of a parameter. */
export const neededValue = (property: string, parameter: string): string =>
  `'${property}' needs the value of the parameter '${parameter}', which is not known here. Give it a text: with '--parameter ${parameter}=…' (in the library 'parameters') or as its 'Default'; where a stack nests this template, in the 'Parameters' there. What the parameter store holds is read too late.`;
