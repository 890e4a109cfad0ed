import { entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isTruthy } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { type Dict, plain } from '../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode } from '../../openapi/node.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';

const InfoNotMap = message(
  'invalid-definition',
  'error',
  (found: string) => `'info' of the definition is ${found}; it must be a map.`,
);
const AlreadyThere = message(
  'already-in-definition',
  'error',
  (name: string, key: string) =>
    `'${name}' cannot be set, because the definition already has '${key}'. Remove one of them.`,
);
/** Sets the title to `Name`, in a definition whose title is the stack's name. */
export const addTitle = (cx: HttpApiContext, definition: Definition): void => {
  if (!isTruthy(cx.props.Name)) return;
  const document = documentFor(cx, definition, 'Name', 'A name');
  const info = infoOf(document);
  if (!info) return;
  const title = info.dict('title');
  if (title?.size !== 1 || plain(title.get('Ref')) !== 'AWS::StackName') {
    return cx.report(AlreadyThere('Name', 'info.title'), cx.at('Name'));
  }
  setInfo(cx, document, info, 'title', 'Name');
};

/** Sets the description. */
export const addDescription = (cx: HttpApiContext, definition: Definition): void => {
  if (!isTruthy(cx.props.Description)) return;
  const document = documentFor(cx, definition, 'Description', 'A description');
  const info = infoOf(document);
  if (!info) return;
  if (!isBlank(info.get('description'))) {
    return cx.report(AlreadyThere('Description', 'info.description'), cx.at('Description'));
  }
  setInfo(cx, document, info, 'description', 'Description');
};

const infoOf = (document: OpenApiDocument): Dict | undefined => {
  const { root } = document;
  if (isBlank(root.get('info'))) root.set('info', document.history.dict());
  const info = root.dict('info');
  if (!info) document.report(InfoNotMap(kindOfNode(root.get('info'))), root.entry('info')?.value);
  return info;
};

const setInfo = (
  { properties }: HttpApiContext,
  document: OpenApiDocument,
  info: Dict,
  key: string,
  name: string,
): void => {
  const value = document.history.written(properties[name]!, properties, name);
  info.set(key, value, { entry: entryOf(properties, name) });
};
