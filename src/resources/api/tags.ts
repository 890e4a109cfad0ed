import { entryOf, place } from '../../model/origin.ts';
import { tagList } from '../../model/tags.ts';
import { isMap, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';
import { isImplicit } from './settings.ts';

/** The tags of the API as a list; undefined where it has none. */
export const tagsOf = (cx: ApiContext): Json[] | undefined => {
  const { Tags } = cx.props;
  return isMap(Tags) ? tagList(Tags, isImplicit(cx) ? undefined : cx.keys(Tags)) : undefined;
};

/** Gives a generated resource the tags of the API where they are to be propagated. */
export const propagateTags = (cx: ApiContext, properties: JsonMap): void => {
  if (!isTruthy(cx.props.PropagateTags ?? null) || !isTruthy(cx.props.Tags ?? null)) return;
  properties['Tags'] = tagsOf(cx)!;
  place(properties, 'Tags', entryOf(cx.properties, 'Tags'));
};
