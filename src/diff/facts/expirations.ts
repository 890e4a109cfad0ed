import type { Cause } from '../../model/origin.ts';
import { get, getIn, isList, type JsonMap } from '../../model/tree.ts';
import { numberOf } from '../meaning/numbers.ts';
import { placeAt } from '../places.ts';

/** After how many days a bucket deletes the objects that a lifecycle rule is for. */
export interface Expiration {
  /** A text that is the same for rules for the same objects. */
  readonly scope: string;
  readonly days: number;
  readonly at: Cause | undefined;
}

/** When a bucket deletes objects, by the scope of its rules; of several for the same objects the earliest counts. */
export const expirationsIn = (properties: JsonMap): ReadonlyMap<string, Expiration> => {
  const rules = getIn(properties, 'LifecycleConfiguration', 'Rules');
  const found = new Map<string, Expiration>();
  (isList(rules) ? rules : []).forEach((rule, index) => {
    const days = numberOf(get(rule, 'ExpirationInDays'));
    if (get(rule, 'Status') !== 'Enabled' || Number.isNaN(days)) return;
    const scope = JSON.stringify(scopeKeys.map((key) => get(rule, key) ?? null));
    const known = found.get(scope);
    if (known && known.days <= days) return;
    found.set(scope, {
      scope,
      days,
      at: placeAt(rule as JsonMap, 'ExpirationInDays') ?? placeAt(rules as never, index),
    });
  });
  return found;
};

const scopeKeys = ['Prefix', 'TagFilters', 'ObjectSizeGreaterThan', 'ObjectSizeLessThan'];
