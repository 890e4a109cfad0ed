import { entryOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, isMap, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Writing } from '../language/codec.ts';
import { type Draft, valueAt } from '../language/draft.ts';
import { type Key, set } from '../language/key.ts';
import type { Joint, Kind } from '../language/section.ts';
import { principal } from './principal.ts';

const version = '2012-10-17';

/** One principal in a list goes with one action in a list: `for: [lambda]` is SAM's other way to write `for: lambda`. */
const actionFor = (who: Json): Json => (isList(who) && who.length === 1 ? ['sts:AssumeRole'] : 'sts:AssumeRole');

const VersionAlone = message(
  'spec-invalid-value',
  'error',
  () => "'version' belongs to the trust policy that 'for' makes. Add 'for', or write it in 'trust'.",
);

/** `for: lambda`: the trust policy that lets it take the role. */
export const forKey: Key = {
  key: 'for',
  to: ['AssumeRolePolicyDocument'],
  doc: 'Who may take the role: services, `account` (this one), `account 123456789012`, ARNs. With a list of one the action is a list, too.',
  examples: ['lambda', '[lambda, edgelambda]', 'account 123456789012'],
  schema: () => principal.schema(),
  codec: principal,
  lower: (spot, draft, cx) => {
    const who = principal.read(spot, cx);
    if (who === undefined) return;
    const statement = newMap();
    statement['Effect'] = 'Allow';
    statement['Principal'] = who;
    statement['Action'] = actionFor(spot.value);
    const document = newMap();
    if (!isWithoutVersion(spot.holder as JsonMap)) document['Version'] = version;
    document['Statement'] = stamp([stamp(statement, spot.at)], spot.at);
    set(draft, 'AssumeRolePolicyDocument', stamp(document, spot.at), spot, cx);
  },
  raise: (draft, cx) => {
    const document = valueAt(draft, 'AssumeRolePolicyDocument');
    if (!isMap(document) || document['Version'] !== version || Object.keys(document).length !== 2) return undefined;
    const value = trusted(document, cx);
    return value === undefined ? undefined : { value, says: ['AssumeRolePolicyDocument'] };
  },
};

/** Whom a trust policy lets take the role, where it says nothing else. */
const trusted = (document: JsonMap, cx: Writing): Json | undefined => {
  const list = document['Statement'];
  const [only] = isList(list) && list.length === 1 ? list : [];
  if (!isMap(only) || Object.keys(only).length !== 3 || only['Effect'] !== 'Allow') return undefined;
  const who = principal.write(only['Principal'] ?? null, cx);
  return who !== undefined && sameData(only['Action'], actionFor(who)) ? who : undefined;
};

/** `version: none` beside `for`: it is read with that. */
export const versionKey: Key = {
  key: 'version',
  to: [],
  doc: 'With `none`, the trust policy that `for` makes has no version.',
  examples: ['none'],
  schema: () => ({ const: 'none' }),
  lower: (spot, _, cx) => {
    if (spot.value !== 'none') wrong(spot, "'none', or the key left out", cx);
  },
  raise: () => undefined,
};

const isWithoutVersion = (role: JsonMap): boolean => role['version'] === 'none';

export const checkVersion: Kind['combine'] = (_, entry, cx) => {
  if (Object.hasOwn(entry, 'version') && !Object.hasOwn(entry, 'for'))
    cx.report(VersionAlone(), entryOf(entry, 'version')?.key);
};

/** Keys of a trust policy without a version. */
export const raiseUnversioned = (draft: Draft, cx: Writing): Joint | undefined => {
  const document = valueAt(draft, 'AssumeRolePolicyDocument');
  if (!isMap(document) || Object.keys(document).join() !== 'Statement') return undefined;
  const value = trusted(document, cx);
  if (value === undefined) return undefined;
  const map = newMap();
  map['for'] = value;
  map['version'] = 'none';
  return { map, says: ['AssumeRolePolicyDocument'] };
};
