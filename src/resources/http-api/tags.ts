import { implicitApiIds } from '../../model/implicit-apis.ts';
import { append } from '../../model/lists.ts';
import { entryOf, orderedKeys, shallowCopy } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { Dict, type Node, openedMap, plain } from '../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode, placeOfNode } from '../../openapi/node.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';

const TagsNotList = message(
  'invalid-definition',
  'error',
  (found: string) => `'tags' of the definition has ${found}; it must be a list of maps with a 'name'.`,
);

const valueKey = 'x-amazon-apigateway-tag-value';

/** The tag by which SAM marks what it made. */
export const ownTags: JsonMap = { 'httpapi:createdBy': 'SAM' };

/** Adds the tags to the definition, from which API Gateway takes those of the API, and gives them for the stage. */
export const addTags = (cx: HttpApiContext, definition: Definition): JsonMap | undefined => {
  const given = cx.props.Tags;
  if (isTruthy(given)) documentFor(cx, definition, 'Tags', 'Tags');
  const { document } = definition;
  if (!document) return undefined;
  const tags = Object.assign(isMap(given) ? shallowCopy(given) : newMap(), ownTags);
  const { history } = document;
  document.edit(() => {
    const list = openTags(document);
    if (!list) return;
    const known = new Map(list.map((each) => [plain(each.get('name')), each]));
    const added: Node[] = [];
    for (const name of orderOf(cx, given, tags)) {
      const value = history.written(tags[name]!, tags, name);
      const before = known.get(name);
      if (before) before.set(valueKey, value);
      else added.push(history.dictOf({ name: history.written(name), [valueKey]: value }, entryOf(tags, name)?.key));
    }
    append(document.root.list('tags')!, added);
  });
  return tags;
};

/** The tags that the definition has; undefined where it has no valid ones. */
const openTags = (document: OpenApiDocument): Dict[] | undefined => {
  const { root, history } = document;
  if (isBlank(root.get('tags'))) root.set('tags', []);
  const list = root.list('tags');
  list?.forEach((each, at) => {
    list[at] = openedMap(each, history);
  });
  if (list?.every((each) => each instanceof Dict)) return list;
  const found = root.get('tags');
  const place = root.entry('tags')?.value ?? placeOfNode(found);
  document.report(TagsNotList(list ? 'items that are not maps' : kindOfNode(found)), place);
  return undefined;
};

/** Tags of the API itself are visited as all its properties; those of `Globals` or of functions stay as they came. */
const orderOf = (cx: HttpApiContext, given: Json | null | undefined, tags: JsonMap): string[] => {
  const own = get(get(cx.lookup(cx.id)?.body, 'Properties'), 'Tags');
  if (!isMap(given)) return Object.keys(tags);
  const added = Object.keys(ownTags).filter((name) => !Object.hasOwn(given, name));
  return own === given && cx.id !== implicitApiIds.http ? cx.keys(given, added) : [...orderedKeys(given), ...added];
};
