import type { Budget } from '../../../model/budget.ts';
import { filled, joined, placeholders } from '../../../model/placeholders.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';
import { referencesIn } from '../templates/references.ts';
import { gap, partialText, withoutGaps } from '../texts/partial-text.ts';

/** How a policy's `Resource` means a resource of the template. */
export interface Meant {
  /** `reference`: it names the resource itself; `name`: it has its literal name; `all`: it is `*`. */
  readonly by: 'reference' | 'name' | 'all';
  /** What follows the ARN or the name: `/out/*`, `:live`; undefined where it cannot be told. */
  readonly rest: string | undefined;
}

/** Whether, and how, a `Resource` of a policy means a resource that has its name in the given property. */
export const meansResource = (
  value: Json,
  node: ResourceNode,
  nameProperty: string,
  cx: TemplateView,
): Meant | undefined => {
  if (cx.target(value) === node) return { by: 'reference', rest: '' };
  if (referencesIn(value, undefined).some(({ name }) => name === node.id)) {
    return { by: 'reference', rest: restBehind(value, node.id, cx.budget) };
  }
  const text = partialText(value, cx);
  if (text === undefined) return undefined;
  if (/^\*+$/.test(text)) return { by: 'all', rest: '' };
  const name = node.get(nameProperty);
  const known = partialText(name, cx);
  if (known === undefined || withoutGaps(known) === '') return undefined;
  // A name that is known in part only is the same when it is put together in the same way.
  const [where, wanted] = known.includes(gap) ? [rawText(value, cx.budget), rawText(name, cx.budget)] : [text, known];
  if (where === undefined || wanted === undefined || !where.startsWith('arn:')) return undefined;
  const at = where.indexOf(wanted);
  const end = at + wanted.length;
  if (at < 1 || !/[:/]$/.test(where.slice(0, at)) || !/^($|[:/*])/.test(where.slice(end))) return undefined;
  return { by: 'name', rest: where.slice(end) };
};

/** What stands behind `${Id}` or `${Id.Attribute}`. */
const restBehind = (value: Json, id: string, budget: Budget): string | undefined => {
  const text = rawText(value, budget);
  if (text === undefined) return undefined;
  const own = placeholders(text).filter(({ content }) => content === id || content.startsWith(`${id}.`));
  return own.length === 0 ? undefined : text.slice(own[0]!.end, own[1]?.start);
};

/** The text of an `Fn::Sub` with its references as they stand; those with variables of their own are put in. */
const rawText = (value: Json | undefined, budget: Budget): string | undefined => {
  if (isString(value)) return value;
  const sub = get(value, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  if (isString(text)) {
    const variables = isList(sub) ? sub[1] : undefined;
    return filled(text, (name) => rawText(get(variables, name), budget), budget);
  }
  const join = get(value, 'Fn::Join');
  if (isList(join) && isString(join[0]) && isList(join[1])) {
    const parts = join[1].map((part) => rawText(part, budget)).filter((part) => part !== undefined);
    return parts.length < join[1].length ? undefined : joined(parts, join[0], budget);
  }
  const reference = get(value, 'Ref');
  if (isString(reference)) return `\${${reference}}`;
  const attribute = get(value, 'Fn::GetAtt');
  if (isString(attribute)) return `\${${attribute}}`;
  return isList(attribute) && attribute.every(isString) ? `\${${attribute.join('.')}}` : undefined;
};
