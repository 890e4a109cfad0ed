import type { Fix, ResourceNode, RuleContext } from '../../../model/rule.ts';
import { replaceLiteral } from '../edits/fix.ts';
import { addProperty } from '../edits/property.ts';
import type { Choice } from '../templates/choices.ts';
import { largest, possibleNumbers, smallest } from '../templates/possible-numbers.ts';
import type { Consumer } from './queue-consumers.ts';

const defaultVisibility = 30;
const defaultTimeout = 3;
const maximumVisibility = 43_200;
const maximumTimeout = 900;
const recommendedFactor = 6;

/** A visibility timeout of a queue that does not last for one of the functions that read it. */
export interface Shortfall {
  readonly visibility: Choice<number>;
  readonly timeout: Choice<number>;
  readonly fn: ResourceNode;
  readonly mapping: ResourceNode;
}

/**
 * The visibility timeouts of a queue that are certainly below `factor` times the timeout of a consumer, whichever
 * branches of `Fn::If` are deployed; for each of them the most demanding consumer.
 */
export const shortfalls = (
  queue: ResourceNode,
  consumers: readonly Consumer[],
  cx: RuleContext,
  factor: number,
): readonly Shortfall[] => {
  const visibilities = possibleNumbers(queue, cx, 'VisibilityTimeout', defaultVisibility);
  if (!visibilities) return [];
  const longest = largest(visibilities);
  const found = new Map<Choice<number>, Shortfall>();
  const note = (visibility: Choice<number>, shortfall: Shortfall): void => {
    if (visibility.value >= shortfall.timeout.value * factor) return;
    const known = found.get(visibility);
    if (!known || known.timeout.value < shortfall.timeout.value) found.set(visibility, shortfall);
  };
  for (const { fn, mapping } of consumers) {
    const timeouts = fn && possibleNumbers(fn, cx, 'Timeout', defaultTimeout);
    if (!fn || !timeouts) continue;
    const least = smallest(timeouts);
    const most = largest(timeouts);
    for (const visibility of visibilities) note(visibility, { visibility, timeout: least, fn, mapping });
    note(longest, { visibility: longest, timeout: most, fn, mapping });
  }
  return [...found.values()];
};

/** Six times the function's timeout and the batching window, as AWS recommends. */
export const recommendedVisibility = (timeout: number, window: number): number =>
  Math.min(maximumVisibility, recommendedFactor * timeout + window);

/**
 * A fix that sets the visibility timeout, written out or added where the queue has none. It waits until the function has a
 * timeout that it can have.
 */
export const visibilityFix = (
  queue: ResourceNode,
  { visibility, timeout, fn }: Shortfall,
  seconds: number,
): Fix | undefined => {
  if (timeout.value > maximumTimeout && fn.lacks('CapacityProviderConfig')) return undefined;
  return visibility.at ? replaceLiteral(visibility, seconds) : addProperty(queue, 'VisibilityTimeout', seconds);
};
