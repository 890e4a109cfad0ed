import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { type SamEvent, samEvents } from '../events/sam-events.ts';
import { groupBy } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

const byApi = oncePerTemplate((cx) =>
  groupBy(
    [...samEvents(cx)].filter(({ type }) => type === 'Api' || type === 'HttpApi'),
    ({ owner, id, type }) =>
      cx.target(owner.get('Events', id, 'Properties', type === 'Api' ? 'RestApiId' : 'ApiId'))?.id,
  ),
);

/** The events that name an API as the one that they add a path to. */
export const eventsOnApi = (api: ResourceNode, cx: RuleContext): readonly SamEvent[] => byApi(cx).get(api.id) ?? [];

/** Whether an error kept the transform from giving an API all that it would have. */
export const isIncomplete = (api: ResourceNode, cx: RuleContext): boolean =>
  cx.isFaulty(api.id) || eventsOnApi(api, cx).some(({ owner }) => cx.isFaulty(owner.id));
