import { replaceEnclosed } from '../../../model/enclosed.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import { functionBehind } from '../functions/links.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate, oncePerThing } from '../templates/once.ts';
import { isOpaque } from '../templates/opaque.ts';
import { symbolicText } from '../texts/symbolic-text.ts';

/** A function of the template as a name or an ARN means it. */
export interface MeantFunction {
  readonly fn: ResourceNode;
  /** The name of the alias or the version; `''` for none, undefined where it is known only at deploy time. */
  readonly qualifier: string | undefined;
}

/** A function of the template, one that is not in it, or undefined where that cannot be told. */
export type FunctionMeaning = MeantFunction | 'other' | undefined;

/** Which function a name or ARN means, alone or inside of the URI of an integration. */
export const functionMeant = (value: Json | undefined, view: TemplateView): FunctionMeaning =>
  isMap(value) ? meaningOfMap(value, view) : meaningOf(value, view);

/** Many rules ask for the same maps. */
const meaningOfMap = oncePerThing((map: JsonMap, view): FunctionMeaning => meaningOf(map, view));

const meaningOf = (value: Json | undefined, view: TemplateView): FunctionMeaning => {
  const whole = symbolicText(value, view);
  const text = insideOfUri(whole) ?? whole;
  const [, id, attribute, rest] = /^\$\{([A-Za-z0-9]+)(\.[A-Za-z0-9.]+)?\}(.*)$/s.exec(text) ?? [];
  const node = id === undefined ? undefined : view.resource(id);
  if (node) return byReference(node, attribute, rest!, view);
  const bare = /^(?:arn:[^:]*:lambda:[^:]*:[^:]*|[^:]*):function:(.*)$/s.exec(text)?.[1] ?? text;
  const { name, qualifier } = withoutQualifier(bare);
  const named = functionsByName(view).get(name);
  if (named?.length === 1) return { fn: named[0]!, qualifier: knownQualifier(qualifier) };
  const isCertain = !text.includes('{') && !named;
  return isCertain && ![...functionsByName(view).keys()].some((each) => each.includes('{')) ? 'other' : undefined;
};

/** The ARN inside of the URI of an integration. */
const insideOfUri = (uri: string): string | undefined => {
  const [before, after] = ['/functions/', '/invocations'];
  const start = uri.indexOf(before);
  return start >= 0 && uri.endsWith(after) ? uri.slice(start + before.length, -after.length) : undefined;
};

/** A name and what stands behind the first colon that is not inside of `${…}`. */
const withoutQualifier = (text: string): { name: string; qualifier: string } => {
  const plain = replaceEnclosed(text, '${', '}', (content) => `\${${content.replaceAll(':', '.')}}`);
  const colon = plain.indexOf(':');
  return colon < 0 ? { name: text, qualifier: '' } : { name: text.slice(0, colon), qualifier: text.slice(colon + 1) };
};

/** The function that a value certainly means. */
export const certainFunction = (value: Json | undefined, view: TemplateView): MeantFunction | undefined => {
  const meaning = functionMeant(value, view);
  return meaning === 'other' ? undefined : meaning;
};

const byReference = (
  node: ResourceNode,
  attribute: string | undefined,
  rest: string,
  view: TemplateView,
): FunctionMeaning => {
  const fn = functionBehind(view, node);
  if (!fn) return isOpaque(node.type) || node.type.startsWith('AWS::Lambda::') ? undefined : 'other';
  if (node === fn) {
    return rest === '' || rest.startsWith(':') ? { fn, qualifier: knownQualifier(rest.slice(1)) } : undefined;
  }
  // `Ref` of an alias or a version gives its ARN; of its attributes only these do.
  if (rest !== '' || (attribute !== undefined && !/^\.(AliasArn|FunctionArn)$/.test(attribute))) return undefined;
  const isAlias = node.type === 'AWS::Lambda::Alias';
  return { fn, qualifier: isAlias ? symbolicText(node.get('Name'), view) : `\${${node.id}}` };
};

const knownQualifier = (text: string): string | undefined =>
  text.includes('{') ? undefined : text.replace(/^\$LATEST$/, '');

/** The functions by their names, as symbolic texts. */
const functionsByName = oncePerTemplate((view): ReadonlyMap<string, ResourceNode[]> => {
  const found = new Map<string, ResourceNode[]>();
  for (const fn of view.resources('AWS::Lambda::Function')) {
    for (const { value } of fn.all('FunctionName')) addTo(found, symbolicText(value, view), fn);
  }
  return found;
});
