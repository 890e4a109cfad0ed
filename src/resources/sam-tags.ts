import { entryOf } from '../model/origin.ts';
import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { tagList } from '../model/tags.ts';
import { isMap, type Json } from '../model/tree.ts';

const ReservedTag = message(
  'reserved-tag',
  'error',
  (key: string) => `The tag '${key}' is set by the transform and cannot be given. Rename it.`,
);

const reserved = ['lambda:createdBy', 'serverlessrepo:applicationId', 'serverlessrepo:semanticVersion'];

/** The author's `Tags` as a list, after the tag by which SAM marks what it made and further ones of the transform. */
export const samTags = (
  cx: Pick<ResourceContext, 'report'>,
  tags: Json | null | undefined,
  further?: Json[],
): Json[] => {
  const created = { Key: 'lambda:createdBy', Value: 'SAM' };
  if (!isMap(tags)) return [created, ...(further ?? [])];
  for (const key of reserved) if (Object.hasOwn(tags, key)) cx.report(ReservedTag(key), entryOf(tags, key)?.key);
  return [created, ...(further ?? []), ...tagList(tags)];
};
