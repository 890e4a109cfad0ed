import { entryOf } from '../model/origin.ts';
import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { tagList } from '../model/tags.ts';
import { isMap, type Json, type JsonMap } from '../model/tree.ts';

const ReservedTag = message(
  'reserved-tag',
  'error',
  (key: string) => `The tag '${key}' is set by the transform itself and cannot be given. Use another key.`,
);

const reserved = ['lambda:createdBy', 'serverlessrepo:applicationId', 'serverlessrepo:semanticVersion'];

/**
 * Tags as a list: the mark of the transform, what else the transform adds, then the author's own, which must not use
 * the keys of the transform.
 */
export const createdByTags = (
  tags: Json | null | undefined,
  cx: Pick<ResourceContext, 'at' | 'report'>,
  added: JsonMap = {},
): Json[] => {
  const own = isMap(tags) ? tags : {};
  for (const key of reserved) {
    if (Object.hasOwn(own, key)) cx.report(ReservedTag(key), entryOf(own, key)?.key ?? cx.at('Tags', key));
  }
  return [...tagList({ 'lambda:createdBy': 'SAM' }), ...tagList(added), ...tagList(own)];
};
