import { implicitApiIds } from '../../../model/implicit-apis.ts';
import { inTable } from '../../../model/in-table.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { isNothing } from '../../../model/tree.ts';
import { type SamEvent, samEvents } from '../events/sam-events.ts';
import { groupBy } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

const kinds: Readonly<Record<string, { readonly idProperty: string; readonly implicit: string }>> = {
  Api: { idProperty: 'RestApiId', implicit: implicitApiIds.rest },
  HttpApi: { idProperty: 'ApiId', implicit: implicitApiIds.http },
};

/** The events of APIs by the id of the API that they are on; without a key those of which it cannot be told. */
const byApi = oncePerTemplate((cx) =>
  groupBy(
    [...samEvents(cx)].filter(({ type }) => inTable(kinds, type)),
    ({ owner, id, type }) => {
      const { idProperty, implicit } = kinds[type]!;
      const named = owner.get('Events', id, 'Properties', idProperty);
      return isNothing(named) ? implicit : cx.target(named)?.id;
    },
  ),
);

/** The events that add a path to an API. */
export const eventsOnApi = (api: ResourceNode, cx: RuleContext): readonly SamEvent[] => byApi(cx).get(api.id) ?? [];

/**
 * Whether an error may have kept the transform from giving an API all that it would have: one in the API, or in what has
 * events on it, or on an API that cannot be told.
 */
export const isIncomplete = (api: ResourceNode, cx: RuleContext): boolean =>
  cx.isFaulty(api.id) ||
  [api.id, undefined].some((id) =>
    byApi(cx)
      .get(id)
      ?.some(({ owner }) => cx.isFaulty(owner.id)),
  );
