import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { WrongKind } from '../language/messages.ts';
import { isParameter } from '../language/names.ts';
import { anyOf } from '../language/schema.ts';
import { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import { opened } from '../phrases/phrase.ts';
import { withFunctions } from './functions.ts';
import { nameFor, reference, whatIs } from './reference.ts';
import { to } from './targets.ts';
import { wrong } from './wrong.ts';

/** The kinds of destination that SAM has: the word of the language, SAM's type, what can be named. */
const kinds = {
  queue: { type: 'SQS', to: to.queue('arn'), service: 'sqs' },
  topic: { type: 'SNS', to: to.topic('arn'), service: 'sns' },
  function: { type: 'Lambda', to: to.function('arn'), service: 'lambda' },
  bus: { type: 'EventBridge', to: to.bus('arn'), service: 'events' },
  bucket: { type: 'S3Bucket', to: to.bucket('arn'), service: 's3' },
} as const;
type Kind = keyof typeof kinds;

interface Options {
  readonly kinds: readonly Kind[];
  /** SAM's name for the ARN. */
  readonly arn: string;
  /** SAM's word for a bucket where it is not that of `EventInvokeConfig`. */
  readonly bucket?: 'S3';
  /** Whether SAM makes a queue or topic where none is named. */
  readonly makes?: true;
}

/**
 * Where something is sent: the name of a queue, a topic … of this file, an ARN, `new queue`, or with the kind where that
 * cannot be seen: `queue JobsArn`, or the map `{queue: …}`. SAM has `{Type, <arn>}`.
 */
export const destination = ({ kinds: allowed, arn, bucket, makes }: Options): Codec => {
  const typeOf = (kind: Kind): string => (kind === 'bucket' ? (bucket ?? kinds.bucket.type) : kinds[kind].type);
  const singles = allowed.map((kind) => `a ${kind}`);
  const says = `the name of ${singles.join(' or ')} in this file, an ARN${makes ? ", 'new queue' or 'new topic'" : ''}, or the kind before it, as in '${allowed[0]} JobsArn'`;
  const build = (kind: Kind, value: Json | undefined, spot: Spot): JsonMap => {
    const map = newMap();
    map['Type'] = typeOf(kind);
    if (value !== undefined) {
      map[arn] = value;
      place(map, arn, entryOf(spot.holder, spot.step));
    }
    return stamp(map, spot.at);
  };
  return withFunctions({
    says,
    schema: () =>
      anyOf(
        {
          type: 'object',
          properties: Object.fromEntries(allowed.map((kind) => [kind, { type: ['string', 'object'] }])),
        },
        { type: 'string' },
      ),
    read: (spot, cx) => {
      const { value } = spot;
      if (isString(value)) return readText(spot, allowed, says, makes, build, cx);
      if (!isMap(value)) return wrong(spot, says, cx);
      const kind = allowed.find((each) => Object.hasOwn(value, each));
      if (kind === undefined || Object.keys(value).length > 1) return isSam(value) ? value : wrong(spot, says, cx);
      const target = reference(kinds[kind].to).read(spot.below(kind), cx);
      return target === undefined ? undefined : build(kind, target, spot);
    },
    write: (value, cx) => {
      if (!isMap(value)) return undefined;
      const kind = allowed.find((each) => typeOf(each) === value['Type']);
      const keys = Object.keys(value);
      if (kind === undefined || keys.some((key) => key !== 'Type' && key !== arn))
        return isSam(value) ? value : undefined;
      const target = get(value, arn);
      if (target === undefined) return makes && (kind === 'queue' || kind === 'topic') ? `new ${kind}` : undefined;
      return nameOf(kind, target, cx) ?? explicit(kind, target, value, cx);
    },
  });
};

/** SAM's own form, under its own names. */
const isSam = (value: JsonMap): boolean => Object.keys(value).every((key) => /^[A-Z]/.test(key));

type Build = (kind: Kind, value: Json | undefined, spot: Spot) => JsonMap;

const readText = (
  spot: Spot,
  allowed: readonly Kind[],
  says: string,
  makes: true | undefined,
  build: Build,
  cx: Reading,
): Json | undefined => {
  const text = spot.value as string;
  if (text === 'new queue' || text === 'new topic') {
    return makes ? build(text.slice(4) as Kind, undefined, spot) : wrong(spot, says, cx);
  }
  const [word, name, ...more] = text.split(' ');
  const said = allowed.find((kind) => kind === word);
  if (said !== undefined && name !== undefined && more.length === 0) {
    const target = reference(kinds[said].to).read(new Spot(opened(spot, { [said]: name }), said), cx);
    return target === undefined ? undefined : build(said, target, spot);
  }
  if (text.startsWith('arn:')) {
    const service = text.split(':')[2];
    const kind = allowed.find((each) => kinds[each].service === service);
    return kind === undefined ? wrong(spot, says, cx) : build(kind, text, spot);
  }
  const id = /^\$\{([^.}]+)\.arn\}$/.exec(text)?.[1] ?? text;
  const found = cx.names.get(id);
  if (found === undefined) {
    cx.report(unknownName(cx.names, id, allowed.join(' or ')), spot.at);
    return undefined;
  }
  const kind = allowed.find((each) => kinds[each].to.types?.includes(found.type));
  if (kind !== undefined) return build(kind, stamped(cx.names.form(found, 'arn')?.alone, spot), spot);
  const cure = isParameter(found) ? `${allowed[0]} ${id}` : undefined;
  cx.report(WrongKind(id, whatIs(found), String(spot.step), says, cure), spot.at);
  return undefined;
};

const stamped = (value: Json | undefined, spot: Spot): Json | undefined =>
  isMap(value) ? stamp(value, spot.at) : value;

/** The bare name, or the ARN, where they tell the kind. */
const nameOf = (kind: Kind, target: Json, cx: Writing): string | undefined => {
  if (isString(target)) {
    return target.startsWith('arn:') && target.split(':')[2] === kinds[kind].service && !target.includes('${')
      ? target
      : undefined;
  }
  const name = nameFor(target, kinds[kind].to, cx);
  const found = name === undefined ? undefined : cx.names.get(name);
  return found !== undefined && !isParameter(found) ? name : undefined;
};

const explicit = (kind: Kind, target: Json, value: JsonMap, cx: Writing): Json | undefined => {
  const written = reference(kinds[kind].to).write(target, cx);
  if (isString(written) && /^\S+$/.test(written)) return `${kind} ${written}`;
  if (written === undefined) return isSam(value) ? value : undefined;
  const map = newMap();
  map[kind] = written;
  return stamp(map, originOf(value));
};
