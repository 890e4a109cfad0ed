import { nearest } from '../../../model/nearest.ts';
import { entryOf } from '../../../model/origin.ts';
import { type Form, formOf } from '../../../model/references.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isMap, isString, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { formWords } from '../kinds/words.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../templates/choices.ts';
import { elided, gap, partialText } from '../texts/partial-text.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import type { PolicyFault } from './faults.ts';
import { bareOperator, conditionOperators, isConditionOperator } from './grammar.ts';

/** Forms of references that are certainly no ARN. */
const bare: ReadonlySet<Form | undefined> = new Set<Form>(['name', 'id', 'url', 'domain']);

/** Whether a text is `service:Name`, either with wildcards, or `*`. */
export const isAction = (text: string): boolean =>
  text === '*' || /^[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+$/.test(text) || text.includes('{{resolve:');

/** Whether a text is an ARN, or a pattern for one. */
export const isResource = (text: string): boolean =>
  text.startsWith('*') ||
  text.includes('{{resolve:') ||
  (/^arn:[^:/]*(:|$)/.test(text) && (text.includes('*') || text.split(':', 6).length === 6));

/** The fault of an action. */
export const actionFault = ({ value, at }: Choice, cx: TemplateView): PolicyFault | undefined => {
  if (isIntrinsic(value)) {
    const action = cx.resolve(value);
    return isString(action) ? actionFault({ value: action, at }, cx) : undefined;
  }
  if (!isString(value)) return { messageId: 'action', at, data: { found: kindOf(value) } };
  return isAction(value) ? undefined : { messageId: 'action', at, data: { found: `'${value}'` } };
};

/** The reference that a text begins with, where it is to a resource of the template. */
const firstReference = (value: Json, cx: TemplateView) => {
  const [, id = '', attribute] = /^\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9.]+))?\}/.exec(symbolicText(value, cx)) ?? [];
  const target = cx.resource(id);
  return target && { target, attribute, form: formOf(target.type, attribute) };
};

/** The fault of a resource of an identity policy, or of one whose service wants ARNs. */
export const resourceFault = ({ value, at }: Choice, cx: TemplateView): PolicyFault | undefined => {
  if (isIntrinsic(value)) {
    const { target, attribute, form } = firstReference(value, cx) ?? {};
    // The name of an attribute shows of names and URLs only that they are not ARNs.
    if (target && form && bare.has(form) && (attribute === undefined || form !== 'id')) {
      const reference = attribute === undefined ? `'Ref' of '${target.id}'` : `'${target.id}.${attribute}'`;
      return { messageId: 'resourceName', at, data: { reference, type: target.type, given: formWords[form] } };
    }
  } else if (!isString(value)) return resourceKindFault({ value, at });
  const text = partialText(value, cx);
  if (text === undefined || isResource(text)) return undefined;
  const known = text.split(gap, 1)[0]!;
  if (known !== text && ('arn:'.startsWith(known) || known.startsWith('arn:'))) return undefined;
  return { messageId: 'resource', at, data: { found: `'${elided(text)}'` } };
};

/** The fault of a resource that is neither a text nor made at deploy time. */
export const resourceKindFault = ({ value, at }: Choice): PolicyFault | undefined =>
  isString(value) || isIntrinsic(value) ? undefined : { messageId: 'resource', at, data: { found: kindOf(value) } };

/** A condition is a map of operators, each with a map of keys. */
export const conditionFaults = (statement: Choice): PolicyFault[] =>
  entryChoices(statement.value, 'Condition', statement.at).flatMap(({ value, at }): PolicyFault[] => {
    if (isIntrinsic(value)) return [];
    if (!isMap(value)) return [{ messageId: 'condition', at, data: { found: kindOf(value) } }];
    if (!isPlainMap(value)) return [];
    return Object.keys(value).flatMap((operator): PolicyFault[] => {
      const entry = entryOf(value, operator);
      if (!isConditionOperator(operator)) {
        const near = nearest(bareOperator(operator), conditionOperators);
        const data = { operator, near: near ?? '' };
        return [{ messageId: near === undefined ? 'operator' : 'operatorNear', at: entry?.key ?? at, data }];
      }
      const keys = value[operator]!;
      if (isPlainMap(keys)) return keyFaults({ value: keys, at: entry?.value ?? at });
      if (isMap(keys)) return [];
      return [{ messageId: 'conditionKeys', at: entry?.value ?? at, data: { operator, found: kindOf(keys) } }];
    });
  });

/** The values of condition keys are texts, numbers and booleans. */
const keyFaults = ({ value: keys, at }: Choice): PolicyFault[] =>
  Object.keys(keys as JsonMap).flatMap((key) =>
    entryItems(keys, key, at).flatMap(({ value, at: place }) =>
      typeof value === 'object' && !isIntrinsic(value)
        ? [{ messageId: 'conditionValue', at: place, data: { key, found: kindOf(value) } }]
        : [],
    ),
  );
