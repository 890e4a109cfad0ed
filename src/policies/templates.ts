import { inTable } from '../model/in-table.ts';
import { sub } from '../model/intrinsics.ts';
import { entryOf, place } from '../model/origin.ts';
import { type Json, type JsonMap, newMap } from '../model/tree.ts';
import { type Grant, policyTemplates } from './template-table.ts';

/** True for the name of a policy template. */
export const isPolicyTemplate = (name: string): boolean => Object.hasOwn(policyTemplates, name);

/** The names of all policy templates. */
export const policyTemplateNames = (): string[] => Object.keys(policyTemplates);

/** `{Name}` and `{Name:variable}` in a text of the table. */
const placeholder = /\{(\w+)(?::(\w+))?\}/g;

/** The parameters that a policy template needs. */
export const policyTemplateParameters = (name: string): string[] => {
  const names = new Set<string>();
  for (const [, resources, equal] of inTable(policyTemplates, name) ?? []) {
    const texts = [resources, ...Object.values(equal ?? {})].flat();
    for (const text of texts) for (const [, parameter] of text.matchAll(placeholder)) names.add(parameter!);
  }
  return [...names];
};

/** The policy document that a policy template makes of its parameters' values. */
export const expandPolicyTemplate = (name: string, values: JsonMap): JsonMap => ({
  Statement: policyTemplates[name]!.map((grant) => statementOf(grant, values)),
});

const statementOf = ([actions, resources, equal]: Grant, values: JsonMap): JsonMap => {
  const statement: JsonMap = {
    Action: actionsOf(actions),
    Effect: 'Allow',
    Resource:
      typeof resources === 'string' ? resourceOf(resources, values) : resources.map((text) => resourceOf(text, values)),
  };
  if (equal === undefined) return statement;
  const keys = Object.entries(equal).map(([key, text]) => [key, resourceOf(text, values)]);
  return { ...statement, Condition: { StringEquals: Object.fromEntries(keys) } };
};

const actionsOf = (text: string): Json => {
  const [service, names] = text.split(': ') as [string, string | undefined];
  return names === undefined ? text : names.split(' ').map((name) => `${service}:${name}`);
};

const resourceOf = (text: string, values: JsonMap): Json => {
  if (text === '*') return text;
  const variables = newMap();
  const filled = arnOf(text).replace(placeholder, (_, parameter: string, given: string | undefined) => {
    const variable = given ?? parameter.charAt(0).toLowerCase() + parameter.slice(1);
    variables[variable] = values[parameter]!;
    place(variables, variable, entryOf(values, parameter));
    return `\${${variable}}`;
  });
  return Object.keys(variables).length === 0 ? sub(filled) : sub(filled, variables);
};

const arnOf = (text: string): string => {
  if (text.startsWith('{')) return text;
  const [, service, resource] = /^(\w+):(.*)$/.exec(text)!;
  const rest = resource!.startsWith('::') ? resource : `\${AWS::Region}:\${AWS::AccountId}:${resource}`;
  return `arn:\${AWS::Partition}:${service}:${rest}`;
};
