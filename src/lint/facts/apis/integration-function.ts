import { placeholders } from '../../../model/placeholders.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';
import { invokedFunction } from '../functions/invoked-function.ts';

/** The function of the template that an integration's URI invokes: its ARN, or API Gateway's path around it. */
export const integrationFunction = (uri: Json | undefined, cx: TemplateView): ResourceNode | undefined => {
  const own = invokedFunction(uri, cx);
  if (own) return own;
  const sub = get(uri, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  if (isString(text)) {
    const name = functionNameIn(text);
    const variable = isList(sub) && name !== undefined ? get(sub[1], name) : undefined;
    return name === undefined ? undefined : invokedFunction(variable ?? { 'Fn::Sub': `\${${name}}` }, cx);
  }
  const join = get(uri, 'Fn::Join');
  const parts = isList(join) && isList(join[1]) ? join[1] : [];
  return parts.map((part) => invokedFunction(part, cx)).find((found) => found !== undefined);
};

const before = '/functions/';

/** What the first `/functions/${…}` of a URI names. */
const functionNameIn = (text: string): string | undefined => {
  for (const { content, start } of placeholders(text)) {
    if (content !== '' && text.startsWith(before, start - before.length)) return content;
  }
  return undefined;
};
