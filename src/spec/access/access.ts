import { nearest } from '../../model/nearest.ts';
import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { withFunctions } from '../codecs/functions.ts';
import { nameFor, reference, whatIs } from '../codecs/reference.ts';
import { text } from '../codecs/scalars.ts';
import { foundText, wrong } from '../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { orList } from '../language/messages.ts';
import { isParameter } from '../language/names.ts';
import type { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import { policyDocument } from './statement.ts';
import { type Granted, granted, grantedByWord, grantedOfType, streamVerb, type Verb, verbOfTemplate } from './verbs.ts';

const UnknownVerb = message(
  'spec-unknown-verb',
  'error',
  (verb: string, id: string, what: string, allowed: readonly string[], near: string | undefined) =>
    `'${verb}' is not a verb of ${what}, which '${id}' is.${near ? ` Did you mean '${near}'?` : ` Allowed: ${orList(allowed)}, or a list of IAM actions.`}`,
);
const NoVerbs = message(
  'spec-unknown-verb',
  'error',
  (id: string, what: string) => `'${id}' is ${what}, which has no verbs. Give IAM actions: '${id}: [service:Action]'.`,
);
const KindNeeded = message(
  'spec-unknown-verb',
  'error',
  (id: string, verb: string, words: readonly string[]) =>
    `'${id}' is a parameter, so its kind is not known. Write the kind before the verb: '${words[0] ?? 'table'} ${verb}'.`,
);

/** Whether a text is an IAM action rather than a verb. */
const isAction = (value: string): boolean => /^[a-z0-9-]+:/i.test(value);

const says = 'a map of names and verbs, or a list of managed policies, such maps, policy templates and statements';

/** One policy of a role that SAM generates: a managed policy, a policy template, a document. */
const policy: Codec = withFunctions({
  says: 'a managed policy, a policy template or a statement',
  schema: () => ({}),
  read: (spot, cx) => {
    const { value } = spot;
    if (isString(value)) return managed.read(spot, cx);
    if (!isMap(value)) return wrong(spot, says, cx);
    const keys = Object.keys(value);
    return keys.some((key) => /^[A-Z]/.test(key) && cx.names.get(key) === undefined)
      ? value
      : policyDocument.read(spot, cx);
  },
  write: (value, cx) => {
    if (isString(value)) return text.write(value, cx);
    return isMap(value) && Object.hasOwn(value, 'Statement') ? policyDocument.write(value, cx) : value;
  },
});
const managed = reference({ says: 'a managed policy', as: 'arn', types: ['AWS::IAM::ManagedPolicy'], literal: true });

/** What a function or a state machine may do. SAM has `Policies`. */
export const access: Codec = {
  says,
  schema: () => ({
    anyOf: [
      { type: 'object', additionalProperties: { type: ['string', 'array', 'object'] } },
      { type: 'array', items: { type: ['string', 'object'] } },
      { type: 'string' },
    ],
  }),
  read: (spot, cx) => {
    const { value } = spot;
    if (isString(value) || intrinsicName(value) !== undefined) return policy.read(spot, cx);
    const list: Json[] = [];
    const add = (item: Json, from: Spot): void => {
      list.push(item);
      place(list, list.length - 1, entryOf(from.holder, from.step));
    };
    if (isMap(value)) readVerbs(spot, cx, add);
    else if (isList(value)) {
      for (const item of spot.items) {
        if (isVerbs(item.value, cx)) readVerbs(item, cx, add);
        else {
          const read = policy.read(item, cx);
          if (read !== undefined) add(read, item);
        }
      }
    } else return wrong(spot, says, cx);
    return stamp(list, spot.at);
  },
  write: (value, cx) => {
    if (isString(value) || intrinsicName(value) !== undefined) return policy.write(value, cx);
    if (!isList(value)) return undefined;
    const items: Json[] = [];
    for (const [at, item] of value.entries()) {
      const verb = writeVerb(item, cx);
      const last = items.at(-1);
      if (verb === undefined) {
        const written = policy.write(item, cx);
        if (written === undefined) return undefined;
        carryEvenNull(value, at, items, items.length);
        items[items.length - 1] = written;
      } else if (isMap(last) && verbMaps.has(last) && addVerb(last, verb, entryOf(value, at))) continue;
      else {
        const map = newMap();
        verbMaps.add(map);
        addVerb(map, verb, entryOf(value, at));
        items.push(stamp(map, originOf(item)));
      }
    }
    const [only] = items;
    return items.length === 1 && isMap(only) && verbMaps.has(only) ? only : stamp(items, originOf(value));
  },
};

/** Maps that `write` made of verbs: more can be added to them. */
const verbMaps = new WeakSet<JsonMap>();

/** Whether a map in a list is one of names and verbs. */
const isVerbs = (value: Json, cx: Reading): boolean =>
  isMap(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => cx.names.get(key) !== undefined);

type Add = (item: Json, from: Spot) => void;

const readVerbs = (spot: Spot, cx: Reading, add: Add): void => {
  // A statement that stands where names are expected.
  if (Object.keys(spot.value as JsonMap).some((key) => /^(?:allow|deny|statements)$/.test(key))) {
    const read = policyDocument.read(spot, cx);
    if (read !== undefined) add(read, spot);
    return;
  }
  for (const id of Object.keys(spot.value as JsonMap)) {
    const entry = spot.below(id);
    const named = cx.names.get(id);
    if (named === undefined && !cx.names.open) {
      // A policy template that stands where names are expected.
      if (/^[A-Z]\w*Policy(?:_v\d)?$/.test(id)) {
        const single = newMap();
        carryEvenNull(spot.value, id, single);
        add(stamp(single, entry.whole), entry);
        continue;
      }
      cx.report(unknownName(cx.names, id, 'entry'), entry.keyAt);
      continue;
    }
    const items = entry.items;
    const actions = items.filter((item) => isString(item.value) && isAction(item.value));
    if (actions.length > 0 && actions.length === items.length) addActions(id, entry, cx, add);
    else for (const item of items) addVerbOf(id, item, cx, add);
  }
};

/** The IAM actions on a thing as a statement. */
const addActions = (id: string, spot: Spot, cx: Reading, add: Add): void => {
  const named = cx.names.get(id);
  const arn = named && cx.names.form(named, 'arn');
  if (arn === undefined) return cx.report(NoVerbs(id, named ? whatIs(named) : 'unknown'), spot.keyAt);
  const below = grantedOfType(named?.type ?? '')?.below ?? [];
  const resources: Json[] = [arn.alone, ...below.map((part) => ({ 'Fn::Sub': `${arn.text}${part}` }))];
  const statement = newMap();
  statement['Effect'] = 'Allow';
  statement['Action'] = spot.value;
  statement['Resource'] = resources.length === 1 ? resources[0]! : resources;
  place(statement, 'Action', entryOf(spot.holder, spot.step));
  const document = newMap();
  document['Version'] = '2012-10-17';
  document['Statement'] = stamp([stamp(statement, spot.whole)], spot.whole);
  add(stamp(document, spot.whole), spot);
};

const addVerbOf = (id: string, spot: Spot, cx: Reading, add: Add): void => {
  const { text: written } = spot;
  const named = cx.names.get(id);
  if (written === undefined) return wrong(spot, 'a verb, or a list of verbs or of IAM actions', cx);
  const [first, second] = written.split(' ');
  const group = second === undefined ? grantedOfType(named?.type ?? '') : grantedByWord(first!);
  const verb = second ?? first!;
  if (group === undefined) {
    if (named !== undefined && isParameter(named)) {
      const words = granted.filter(({ verbs }) => Object.hasOwn(verbs, verb)).map(({ word }) => word);
      return cx.report(KindNeeded(id, verb, words), spot.at);
    }
    return cx.report(NoVerbs(id, named === undefined ? 'unknown' : whatIs(named)), spot.at);
  }
  const found = group.word === 'table' && verb === 'stream' ? streamVerb : get(group.verbs as never, verb);
  if (found === undefined) {
    const allowed = Object.keys(group.verbs);
    return cx.report(
      UnknownVerb(foundText(verb).replaceAll("'", ''), id, `a ${group.word}`, allowed, nearest(verb, allowed)),
      spot.at,
    );
  }
  add(itemFor(found as unknown as Verb, group, id, spot, cx), spot);
};

const itemFor = (verb: Verb, group: Granted, id: string, spot: Spot, cx: Reading): Json => {
  const named = cx.names.get(id)!;
  if (verb.template === undefined) return documentFor(verb, group, id, spot, cx);
  const values = newMap();
  values[verb.parameter!] = stamp((cx.names.form(named, verb.as!)?.alone ?? { Ref: id }) as JsonMap, spot.at);
  place(values, verb.parameter!, entryOf(spot.holder, spot.step));
  const item = newMap();
  item[verb.template] = stamp(values, spot.at);
  place(item, verb.template, entryOf(spot.holder, spot.step));
  return stamp(item, spot.whole);
};

/** Verbs that SAM has no template for. */
const documentFor = ({ actions = [] }: Verb, { word }: Granted, id: string, spot: Spot, cx: Reading): Json => {
  const named = cx.names.get(id)!;
  const resource: Json =
    word === 'websocket'
      ? { 'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${id}}/*` }
      : (cx.names.form(named, word === 'table' ? 'stream' : 'arn')?.alone ?? { Ref: id });
  return stamp(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions.length === 1 ? actions[0]! : [...actions], Resource: resource }],
    },
    spot.whole,
  );
};

interface Written {
  readonly id: string;
  readonly verb: string;
}

/** The name and the verb that a policy template is. */
const writeVerb = (item: Json, cx: Writing): Written | undefined => {
  if (!isMap(item) || Object.keys(item).length !== 1) return undefined;
  const [template] = Object.keys(item) as [string];
  const found = verbOfTemplate(template);
  const values = item[template];
  if (found === undefined || !isMap(values) || Object.keys(values).length !== 1) return undefined;
  const { granted: group, verb, of } = found;
  const value = values[of.parameter!];
  const id = value === undefined ? undefined : nameFor(value, { says: '', as: of.as!, types: group.types }, cx);
  const named = id === undefined ? undefined : cx.names.get(id);
  if (named === undefined) return undefined;
  return { id: named.id, verb: isParameter(named) ? `${group.word} ${verb}` : verb };
};

/** Adds a verb to a map, where that keeps the order of the policies. */
const addVerb = (map: JsonMap, { id, verb }: Written, entry: ReturnType<typeof entryOf>): boolean => {
  const present = map[id];
  if (present === undefined) {
    map[id] = verb;
    place(map, id, entry);
    return true;
  }
  if (Object.keys(map).at(-1) !== id) return false;
  map[id] = isList(present) ? [...present, verb] : [present, verb];
  return true;
};
