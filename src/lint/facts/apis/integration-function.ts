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
    const name = /\/functions\/\$\{([^}]+)\}/.exec(text)?.[1];
    const variable = isList(sub) && name !== undefined ? get(sub[1], name) : undefined;
    return name === undefined ? undefined : invokedFunction(variable ?? { 'Fn::Sub': `\${${name}}` }, cx);
  }
  const join = get(uri, 'Fn::Join');
  const parts = isList(join) && isList(join[1]) ? join[1] : [];
  return parts.map((part) => invokedFunction(part, cx)).find((found) => found !== undefined);
};
