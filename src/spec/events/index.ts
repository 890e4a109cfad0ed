import { nearest } from '../../model/nearest.ts';
import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { scalarText, wrong } from '../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { SplitByComma } from '../language/split.ts';
import { Spot } from '../language/spot.ts';
import { looksLikeRoute } from '../phrases/route.ts';
import { alexaEvent } from './alexa.ts';
import type { EventForm, Host } from './form.ts';
import { polledEvents } from './polled.ts';
import { pushedEvents } from './pushed.ts';
import { openRoute, routeEvents } from './routes.ts';
import { scheduleEvents } from './schedules.ts';
import { isSocketRoute, parseSocketRoute, readSocketRoute } from './sockets.ts';

/** Every form of an event. */
export const eventForms: readonly EventForm[] = [
  ...routeEvents,
  ...scheduleEvents,
  ...polledEvents,
  ...pushedEvents,
  alexaEvent,
];

const SameId = message(
  'spec-same-event',
  'error',
  (id: string) =>
    `Two events of this list get the id '${id}'. Give them ids: write the events as a map, such as '${id}: …'.`,
);
const UnknownEvent = message(
  'spec-unknown-event',
  'error',
  (keys: readonly string[], allowed: readonly string[], near: string | undefined) =>
    `An event is known by one of its keys; ${keys.length === 0 ? 'this one has no keys' : `'${keys.join("', '")}' ${keys.length === 1 ? 'is' : 'are'} not among them`}.${
      near ? ` Did you mean '${near}'?` : ` Allowed: ${allowed.join(', ')}.`
    }`,
);
const NotHere = message(
  'spec-event-host',
  'error',
  (key: string) =>
    `A state machine has no '${key}' events: only routes of REST APIs, schedules and patterns start one.`,
);
const BadPhrase = message(
  'spec-invalid-event',
  'error',
  (text: string, near: string | undefined) =>
    `'${text}' is not an event.${near === undefined ? '' : ` Did you mean '${near}'?`} A text is a route, such as 'GET /orders', or a schedule, such as 'every 5 minutes'; all else is a map, such as '{queue: Jobs}'.`,
);

const ColonInPhrase = message(
  'spec-colon-in-phrase',
  'error',
  (text: string) =>
    `A colon with a blank behind it makes a map of '${text}: …'. Put the text in quotes, or use the long form.`,
);

const keysFor = (host: Host): string[] => [
  ...new Set(eventForms.filter(({ hosts }) => hosts.includes(host)).map(({ key }) => key)),
];

/** The long form of an event that is a text; undefined after a report. */
const openEvent = (spot: Spot, cx: Reading): JsonMap | undefined => {
  const text = spot.text!;
  const entry = entryOf(spot.holder, spot.step);
  const long = (values: Record<string, Json | undefined>): JsonMap => {
    const map = newMap();
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue;
      map[key] = value;
      place(map, key, entry);
    }
    return stamp(map, spot.at);
  };
  const route = openRoute(text);
  if (route !== undefined) return long(route);
  if (
    !looksLikeRoute(text) &&
    /^(?:every|daily|weekdays|(?:mon|tue|wed|thu|fri|sat|sun)\b.*at|[a-z]{1,12} at \d|cron\(|rate\(|at\(|\$\{)/.test(
      text,
    )
  )
    return long({ schedule: text });
  const near = cx.names.get(text) === undefined ? undefined : `queue: ${text}`;
  cx.report(BadPhrase(text, near), spot.at);
  return undefined;
};

const looksLikeSchedule = (text: string): boolean =>
  /^(?:every|daily|weekdays|(?:mon|tue|wed|thu|fri|sat|sun)\b|cron\(|rate\(|at\(|\$\{)/.test(text);

/** The form of an event that is a map, by the key that it has. */
const formOf = (event: JsonMap, host: Host, spot: Spot, cx: Reading): EventForm | undefined => {
  const form = eventForms.find(({ key }) => Object.hasOwn(event, key));
  if (form === undefined) {
    const keys = Object.keys(event);
    const [only] = keys;
    if (keys.length === 1 && (looksLikeRoute(only!) || looksLikeSchedule(only!))) {
      cx.report(ColonInPhrase(only!), entryOf(event, only!)?.key ?? spot.whole);
      return undefined;
    }
    const allowed = keysFor(host);
    const near = keys
      .map((key) => (Object.hasOwn(eventSynonyms, key) ? eventSynonyms[key] : nearest(key, allowed)))
      .find((each) => each !== undefined);
    cx.report(UnknownEvent(keys, allowed, near), spot.whole);
    return undefined;
  }
  // Routes are of two forms with one key, told apart when they are read.
  if (!form.hosts.includes(host) && form.key !== 'route') {
    cx.report(NotHere(form.key), spot.whole);
    return undefined;
  }
  return form;
};

const eventSynonyms: Readonly<Record<string, string>> = {
  sqs: 'queue',
  sns: 'topic',
  s3: 'bucket',
  dynamodb: 'table',
  kinesis: 'stream',
  http: 'route',
  httpapi: 'route',
  'http-api': 'route',
  rest: 'route',
  path: 'route',
  cron: 'schedule',
  rate: 'schedule',
  eventbridge: 'pattern',
  'event-bridge': 'pattern',
  'cloudwatch-event': 'pattern',
  'cloudwatch-logs': 'logs',
  'log-group': 'logs',
  'self-managed-kafka': 'kafka',
  'user-pool': 'cognito',
};

interface Read {
  readonly id: string;
  readonly body: JsonMap;
}

/** One event; undefined where it is a route of a WebSocket API, and after a report. */
const readEvent = (spot: Spot, id: string | undefined, host: Host, cx: Reading): Read | undefined => {
  const { value } = spot;
  if (isString(value) && isSocketRoute(value, cx)) {
    readSocketRoute(spot, cx);
    return undefined;
  }
  const event = isString(value) ? openEvent(spot, cx) : value;
  if (event === undefined) return undefined;
  if (!isMap(event)) return wrong(spot, 'a text or a map', cx);
  if (Object.hasOwn(event, 'Type')) return { id: id ?? scalarText(event['Type']), body: event };
  const form = formOf(event, host, spot, cx);
  const holder = newMap();
  holder['event'] = event;
  place(holder, 'event', entryOf(spot.holder, spot.step));
  const body = form?.read(new Spot(holder, 'event'), event, host, cx);
  return body && { id: id ?? form!.idOf(event), body };
};

/** What starts a function or a state machine: a list, or a map from ids. SAM has `Events`. */
export const eventsOf = (host: Host): Codec => ({
  says: 'a list of events, or a map from ids to events',
  schema: () => ({ $ref: '#/definitions/events' }),
  read: (spot, cx) => {
    const { value } = spot;
    const events = newMap();
    const add = (each: Spot, id: string | undefined): void => {
      const found = readEvent(each, id, host, cx);
      if (found === undefined) return;
      if (Object.hasOwn(events, found.id)) return cx.report(SameId(found.id), each.whole);
      events[found.id] = found.body;
      place(events, found.id, entryOf(each.holder, each.step));
    };
    if (isMap(value)) for (const id of Object.keys(value)) add(spot.below(id), id);
    else if (isList(value) || isString(value)) {
      const split = splitPhrases(spot);
      for (const each of spot.items) if (!split.has(each.step as number)) add(each, undefined);
      for (const [at, text] of split) if (text !== '') cx.report(SplitByComma(text), spot.below(at).at);
    } else return wrong(spot, 'a list of events, or a map from ids to events', cx);
    return stamp(events, originOf(value) ?? spot.at);
  },
  write: (value, cx) => {
    if (!isMap(value)) return undefined;
    const ids = Object.keys(value);
    const written = ids.map((id) => writeEvent(value[id]!, host, cx));
    if (ids.some((id, at) => written[at] === undefined || isAmbiguous(id))) return undefined;
    const derived = written.map((event) => derivedId(event!));
    if (ids.length > 0 && ids.every((id, at) => id === derived[at])) {
      const list: Json[] = [];
      for (const [at, id] of ids.entries()) {
        list.push(written[at]!);
        place(list, at, entryOf(value, id));
      }
      return list.length === 1 && isString(list[0]) ? list[0] : stamp(list, originOf(value));
    }
    const map = newMap();
    for (const [at, id] of ids.entries()) {
      carryEvenNull(value, id, map);
      map[id] = written[at]!;
    }
    return stamp(map, originOf(value));
  },
});

/** Items that are parts of one text with commas: the first of them, with the whole text, and the others without. */
const splitPhrases = (spot: Spot): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  const { items } = spot;
  if (!isList(spot.value)) return found;
  for (let at = 0; at < items.length; at++) {
    const parts = [items[at]!.text ?? ''];
    const isOpen = (): boolean => {
      const text = parts.join(', ');
      return /^(?:cron|rate|at)\([^)]*$/.test(text) || /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(parts.at(-1)!);
    };
    while (isOpen() && at + parts.length < items.length) parts.push(items[at + parts.length]!.text ?? '');
    if (parts.length === 1) continue;
    const isCron = parts[0]!.includes('(');
    found.set(at, parts.join(isCron ? ',' : ', '));
    for (let other = 1; other < parts.length; other++) found.set(at + other, '');
    at += parts.length - 1;
  }
  return found;
};

/** An id that would be taken for something else. */
const isAmbiguous = (id: string): boolean => id === '';

const derivedId = (event: Json): string | undefined => {
  if (isString(event)) {
    const route = openRoute(event);
    if (route !== undefined) return routeEvents[0]!.idOf(route as JsonMap);
    return parseSocketRoute(event) === undefined ? 'Schedule' : undefined;
  }
  if (!isMap(event)) return undefined;
  return eventForms.find(({ key }) => Object.hasOwn(event, key))?.idOf(event);
};

/** The compact form of an event of SAM, or the event as it is where it has none. */
const writeEvent = (event: Json, host: Host, cx: Writing): Json | undefined => {
  if (!isMap(event)) return undefined;
  const form = eventForms.find(({ type, hosts }) => type === event['Type'] && hosts.includes(host));
  const written = form?.write(event, host, cx);
  const short = isMap(written) ? closeSchedule(written) : written;
  return short !== undefined && comesBack(short, event, host, cx)
    ? short
    : Object.hasOwn(event, 'Type')
      ? event
      : undefined;
};

/** A schedule that has nothing but its time is a text. */
const closeSchedule = (event: JsonMap): Json => {
  const { schedule, ...rest } = event;
  return isString(schedule) &&
    Object.keys(rest).length === 0 &&
    /^(?:every|daily|weekdays|[a-z]{3}(?:, [a-z]{3})* at|cron\(|rate\(|at\()/.test(schedule)
    ? schedule
    : event;
};

const comesBack = (written: Json, event: JsonMap, host: Host, cx: Writing): boolean => {
  let failed = false;
  const reading: Reading = {
    names: cx.names,
    entry: '',
    report: () => {
      failed = true;
    },
    add: () => {},
    rebase: (path) => path,
    contribute: () => {
      failed = true;
    },
  };
  const again = readEvent(new Spot([written], 0), 'Event', host, reading);
  return !failed && again !== undefined && sameData(again.body, event);
};
