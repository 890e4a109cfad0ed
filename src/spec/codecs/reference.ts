import { referredId } from '../../model/intrinsics.ts';
import { stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isString, type Json, type JsonMap, sameData } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { type Attribute, formOf } from '../language/forms.ts';
import { WrongKind } from '../language/messages.ts';
import { isParameter, type Named } from '../language/names.ts';
import type { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import { withFunctions } from './functions.ts';
import { readText, writeGaps } from './gaps.ts';
import { nameOf, wrong } from './wrong.ts';

const NoForm = message(
  'spec-unknown-attribute',
  'error',
  (id: string, what: string, as: string) => `'${id}' is ${what}, which has no ${as === 'arn' ? 'ARN' : as}.`,
);

export interface ReferenceTo {
  /** What is named, for messages: "a queue". */
  readonly says: string;
  /** What SAM wants of it. */
  readonly as: Attribute;
  /** Types that can be named, the first for a name that is not seen here; undefined where any can. */
  readonly types: readonly string[] | undefined;
  /** Whether another text is taken as it stands, or which: names of things outside the file. ARNs always are. */
  readonly literal?: true | RegExp;
}

/** Words for kinds and sections that are not put together from their keys. */
const kindWords: Readonly<Record<string, string>> = {
  'http api': 'HTTP API',
  'rest api': 'REST API',
  'websocket api': 'WebSocket API',
  'graphql api': 'GraphQL API',
  'undefined machine': 'state machine',
  'standard machine': 'state machine',
  'express machine': 'express state machine',
  'undefined bus': 'event bus',
};
/** How a named thing is called in a message: "a queue". */
export const whatIs = ({ section, type, kind }: Named): string => {
  if (section === 'resources') return `a resource of type ${type}`;
  const singular = section
    .replace(/ies$/, 'y')
    .replace(/(bus)es$/, '$1')
    .replace(/s$/, '');
  const words =
    kindWords[`${kind} ${singular}`] ?? (kind === undefined || kind === singular ? singular : `${kind} ${singular}`);
  return /^(?:[aeiou]|HTTP)/.test(words) ? `an ${words}` : `a ${words}`;
};

const fits = (named: Named, { types }: ReferenceTo): boolean =>
  types === undefined || isParameter(named) || types.includes(named.type);

/** Whether a literal text stands for itself where a name is expected. */
const isLiteral = (text: string, { literal }: ReferenceTo): boolean =>
  text.startsWith('arn:') || text.startsWith('{{resolve:') || literal === true || (literal?.test(text) ?? false);

/** What a name means where one of some kinds is expected; undefined after a report. */
export const resolveName = (id: string, to: ReferenceTo, spot: Spot, cx: Reading): Json | undefined => {
  const named = cx.names.get(id);
  if (named === undefined) {
    if (cx.names.open && /^[A-Za-z0-9]+$/.test(id)) return formOf({ id, type: to.types?.[0] ?? '' }, to.as)?.alone;
    cx.report(
      unknownName(cx.names, id, to.says.replace(/^an? /, ''), (each) => fits(each, to)),
      spot.at,
    );
    return undefined;
  }
  if (!fits(named, to)) {
    cx.report(WrongKind(id, whatIs(named), keyName(spot), to.says, cureFor(named, spot)), spot.at);
    return undefined;
  }
  const form = cx.names.form(named, to.as);
  if (form === undefined) cx.report(NoForm(id, whatIs(named), to.as), spot.at);
  return form?.alone;
};

const keyName = (spot: Spot): string => nameOf(spot).replaceAll("'", '');

/** Keys that take other kinds: `topic: Jobs` where Jobs is a queue. */
const keysByType: ReadonlyMap<string, string> = new Map([
  ['AWS::SQS::Queue', 'queue'],
  ['AWS::SNS::Topic', 'topic'],
  ['AWS::DynamoDB::Table', 'table'],
  ['AWS::Kinesis::Stream', 'stream'],
  ['AWS::S3::Bucket', 'bucket'],
]);

const cureFor = ({ id, type }: Named, { step }: Spot): string | undefined => {
  const key = keysByType.get(type);
  return key !== undefined && key !== step && isString(step) && [...keysByType.values()].includes(step)
    ? `${key}: ${id}`
    : undefined;
};

/** The name of an entry, a resource or a parameter, for what SAM wants of it. */
export const reference = (to: ReferenceTo): Codec =>
  withFunctions(
    {
      says: to.literal === undefined ? `the name of ${to.says} in this file, an ARN or an intrinsic function` : to.says,
      schema: () => ({ type: 'string' }),
      read: (spot, cx) => {
        const { text } = spot;
        if (text === undefined || text === '') return wrong(spot, `the name of ${to.says}`, cx);
        if (text.includes('${')) return readText(spot, cx);
        if (cx.names.get(text) === undefined && isLiteral(text, to)) return text;
        const value = resolveName(text, to, spot, cx);
        return typeof value === 'object' ? stamp(value as JsonMap, spot.at) : value;
      },
      write: (value, cx) => {
        if (!isString(value) || cx.names.get(value) !== undefined) return undefined;
        return isLiteral(value, to) && !value.includes('${') ? writeGaps(value, cx) : undefined;
      },
    },
    (value, cx) => nameFor(value, to, cx) ?? writeGaps(value, cx),
  );

/** The bare name that says a SAM value where one of some kinds is expected. */
export const nameFor = (value: Json, to: ReferenceTo, cx: Writing): string | undefined => {
  if (isString(value)) return undefined;
  const id = namedIn(value);
  const named = id === undefined ? undefined : cx.names.get(id);
  if (named === undefined || !fits(named, to)) return undefined;
  return sameData(cx.names.form(named, to.as)?.alone, value) ? named.id : undefined;
};

const namedIn = (value: Json): string | undefined => referredId(value)?.split('.', 1)[0];
