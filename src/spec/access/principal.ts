import { stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';

/** Services under the names that people give them; any other is `<name>.amazonaws.com`. */
const says = "a service such as 'lambda' or 'events.amazonaws.com', 'account', 'account 123456789012', an ARN or '*'";

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

const print = ({ type, value }: Principal): string | undefined => {
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
  if (account === undefined) return undefined;
  return account.startsWith('$') ? 'account' : `account ${account}`;
};

/** Who is allowed: services, accounts, ARNs, everybody. SAM has `{Service: …}`, `{AWS: …}` or `*`. */
export const principal: Codec = {
  says,
  schema: { anyOf: [{ type: 'object' }, { type: 'array', items: { type: 'string' } }, { type: 'string' }] },
  read: (spot, cx) => {
    if (spot.value === '*') return '*';
    if (isMap(spot.value)) return spot.value;
    const found: Principal[] = [];
    for (const item of spot.items) {
      const one = item.text === undefined ? undefined : parse(item.text);
      if (one === undefined) return wrong(item, says, cx);
      found.push(one);
    }
    return stamp(grouped(found, isList(spot.value)), spot.at);
  },
  write: (value) => {
    if (value === '*') return '*';
    if (!isMap(value)) return undefined;
    const [type, ...more] = Object.keys(value);
    if (type === undefined || more.length > 0) return value;
    const given = value[type]!;
    const items = (isList(given) ? given : [given]).map((each) =>
      print({ type: type as Principal['type'], value: each }),
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
