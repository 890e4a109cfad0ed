import { stamp } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { scalarText } from '../codecs/wrong.ts';
import type { Reading } from '../language/codec.ts';
import type { Draft } from '../language/draft.ts';
import { Spot } from '../language/spot.ts';
import { statementsOf } from './grants.ts';

/**
 * Moves what a function may do with the buckets that start it from its role to a policy of its own, `<Function>Access`.
 * A bucket waits for the function that it notifies, and the function for its role: the role must not wait for the bucket.
 */
export const withoutCircle = (draft: Draft, entry: JsonMap, cx: Reading): void => {
  const policies = draft.properties['Policies'];
  if (!Object.hasOwn(entry, 'access') || !isList(policies) || Object.hasOwn(draft.properties, 'Role')) return;
  const buckets = notifying(draft.properties['Events']);
  const moved = policies.filter((policy) => isMap(policy) && [...buckets].some((id) => mentions(policy, id)));
  if (moved.length === 0) return;
  const spot = new Spot(entry, 'access');
  const kept = policies.filter((policy) => !moved.includes(policy));
  if (kept.length > 0) draft.properties['Policies'] = stamp(kept, spot.at);
  else delete draft.properties['Policies'];
  const id = `${draft.id}Access`;
  const body = newMap();
  body['Type'] = 'AWS::IAM::Policy';
  if (draft.attributes['Condition'] !== undefined) body['Condition'] = draft.attributes['Condition'];
  body['Properties'] = stamp(
    {
      PolicyName: id,
      PolicyDocument: { Version: '2012-10-17', Statement: moved.flatMap((policy) => statementsOf(policy, spot)) },
      Roles: [{ Ref: `${draft.id}Role` }],
    },
    spot.whole,
  );
  cx.add(id, stamp(body, spot.whole), spot);
};

/** The buckets of the file whose notifications start a function. */
const notifying = (events: Json | undefined): ReadonlySet<string> => {
  const buckets = isMap(events) ? Object.values(events).filter((event) => get(event, 'Type') === 'S3') : [];
  const ids = buckets.map((event) => get(get(get(event, 'Properties'), 'Bucket'), 'Ref'));
  return new Set(ids.filter(isString));
};

/** Whether a policy refers to a resource. */
const mentions = (value: Json, id: string): boolean => {
  if (isList(value)) return value.some((item) => mentions(item, id));
  if (!isMap(value)) return false;
  return Object.entries(value).some(([key, inner]) => {
    if (key === 'Ref') return inner === id;
    if (key === 'Fn::GetAtt') return (isList(inner) ? inner[0] : scalarText(inner).split('.', 1)[0]) === id;
    if (key !== 'Fn::Sub') return mentions(inner, id);
    const [text, values] = isList(inner) ? [inner[0], inner[1]] : [inner, undefined];
    const names = isString(text) ? [...text.matchAll(/\$\{([^!}.]*)/g)].map(([, name]) => name!.trim()) : [];
    return names.includes(id) || (isMap(values) && mentions(values, id));
  });
};
