import type { EventHost } from '../model/plugin.ts';
import { tagList } from '../model/tags.ts';
import type { JsonMap } from '../model/tree.ts';

/** Gives a generated resource the tags of the event's host, when the host propagates them. */
export const propagateTags = (host: EventHost, properties: JsonMap): void => {
  if (host.propagatedTags) properties['Tags'] = tagList(host.propagatedTags);
};
