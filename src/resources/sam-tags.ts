import { entryOf } from '../model/origin.ts';
import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { tagList } from '../model/tags.ts';
import { isMap, isTruthy, type Json, type JsonMap } from '../model/tree.ts';

const ReservedTag = message(
  'reserved-tag',
  'error',
  (key: string) => `The tag '${key}' is reserved for the transform. Rename it.`,
);

/** The context of a resource that can hand its tags on. */
interface Tagged {
  readonly props: { readonly Tags: Json | null | undefined; readonly PropagateTags: Json | null | undefined };
}

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

/** The author's tags where the resources that are generated are to have them too. */
export const propagatedTags = ({ props: { PropagateTags, Tags } }: Tagged): JsonMap | undefined =>
  isTruthy(PropagateTags) && isMap(Tags) && isTruthy(Tags) ? Tags : undefined;
