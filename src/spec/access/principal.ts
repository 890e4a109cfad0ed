import { certainlyMeant, didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { hasGap } from '../codecs/gaps.ts';
import { reference } from '../codecs/reference.ts';
import { to } from '../codecs/targets.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { UnknownKey } from '../language/messages.ts';
import type { Spot } from '../language/spot.ts';
import { services } from './services.ts';

/** Services under the names that people give them; any other is `<name>.amazonaws.com`. */
const says =
  "a service such as 'lambda' or 'events.amazonaws.com', 'account', 'account 123456789012', a role of this file, an ARN or '*'";

const types = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const role = reference(to.role('arn'));

interface Principal {
  readonly type: 'AWS' | 'Service' | 'Federated';
  readonly value: Json;
}

const accountRoot = (account: string): Json =>
  account === ''
    ? { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' }
    : { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${account}:root` };

const parse = (text: string): Principal | undefined => {
  const [, account] = /^account(?: (\d{12}))?$/.exec(text) ?? [];
  if (text.startsWith('account') && (text === 'account' || account !== undefined)) {
    return { type: 'AWS', value: accountRoot(account ?? '') };
  }
  if (/^[a-z][a-z0-9-]*$/.test(text)) return { type: 'Service', value: `${text}.amazonaws.com` };
  if (/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text)) return { type: 'Service', value: text };
  if (/^(?:arn:|\d{12}$)/.test(text)) return { type: 'AWS', value: text };
  return undefined;
};

const UnknownService = message(
  'spec-unknown-service',
  'warning',
  (word: string, near: string) =>
    `'${word}' stands for the service '${word}.amazonaws.com', which synth does not know.${didYouMean(near)}`,
);

/** Reports a service that is nearly the name of a known one. */
const checkService = (spot: Spot, word: string, cx: Reading): void => {
  if (!/^[a-z][a-z0-9-]*$/.test(word) || word === 'account' || services.includes(word)) return;
  const near = certainlyMeant(word, services);
  if (near !== undefined) cx.report(UnknownService(word, near), spot.at, { safety: 'unsafe', text: near });
};

/** A role by its name, or a text with gaps; undefined where a text is neither. */
const readRole = (spot: Spot, written: string, cx: Reading): Principal | undefined => {
  const isNamed = /^[A-Z][A-Za-z0-9]*$/.test(written) || cx.names.get(written) !== undefined;
  if (!isNamed && !hasGap(written)) return undefined;
  return { type: 'AWS', value: role.read(spot, cx) ?? null };
};

/** Principals by SAM's names for their types. */
const readMap = (spot: Spot, map: JsonMap, cx: Reading): JsonMap => {
  for (const key of Object.keys(map)) {
    if (types.includes(key) || key === 'Ref' || key.startsWith('Fn::')) continue;
    const near = types.find((type) => type.toLowerCase() === key.toLowerCase()) ?? nearest(key, types);
    cx.report(UnknownKey(key, `the principals under '${spot.step}'`, near, types), entryOf(map, key)?.key);
  }
  return map;
};

const print = ({ type, value }: Principal, cx: Writing): string | undefined => {
  if (type === 'Service' && isString(value)) {
    const [, short] = /^([a-z][a-z0-9-]*)\.amazonaws\.com$/.exec(value) ?? [];
    return short === undefined || short === 'account'
      ? /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(value)
        ? value
        : undefined
      : short;
  }
  if (type !== 'AWS') return undefined;
  if (isString(value)) return /^(?:arn:[^$]*|\d{12})$/.test(value) ? value : undefined;
  const sub = isMap(value) && Object.keys(value).length === 1 ? value['Fn::Sub'] : undefined;
  const [, account] = isString(sub)
    ? (/^arn:\$\{AWS::Partition\}:iam::(\$\{AWS::AccountId\}|\d{12}):root$/.exec(sub) ?? [])
    : [];
  if (account === undefined) {
    const named = role.write(value, cx);
    return isString(named) ? named : undefined;
  }
  return account.startsWith('$') ? 'account' : `account ${account}`;
};

/** Who is allowed: services, accounts, ARNs, everybody. SAM has `{Service: …}`, `{AWS: …}` or `*`. */
export const principal: Codec = {
  says,
  schema: () => ({ anyOf: [{ type: 'object' }, { type: 'array', items: { type: 'string' } }, { type: 'string' }] }),
  read: (spot, cx) => {
    if (spot.value === '*') return '*';
    if (isMap(spot.value)) return readMap(spot, spot.value, cx);
    const found: Principal[] = [];
    for (const item of spot.items) {
      const one = item.text === undefined ? undefined : (parse(item.text) ?? readRole(item, item.text, cx));
      if (one === undefined) return wrong(item, says, cx);
      checkService(item, item.text!, cx);
      if (one.value !== null) found.push(one);
    }
    return stamp(grouped(found, isList(spot.value)), spot.at);
  },
  write: (value, cx) => {
    if (value === '*') return '*';
    if (!isMap(value)) return undefined;
    const [type, ...more] = Object.keys(value);
    if (type === undefined || more.length > 0) return value;
    const given = value[type]!;
    const items = (isList(given) ? given : [given]).map((each) =>
      print({ type: type as Principal['type'], value: each }, cx),
    );
    if (items.includes(undefined) || items.length === 0) return value;
    return isList(given) ? (items as string[]) : items[0]!;
  },
};

/** One map by type; a list stays a list of one. */
const grouped = (found: readonly Principal[], isListed: boolean): JsonMap => {
  const map = newMap();
  for (const { type, value } of found) {
    const present = map[type];
    if (present === undefined) map[type] = isListed ? [value] : value;
    else map[type] = [...(isList(present) ? present : [present]), value];
  }
  return map;
};
