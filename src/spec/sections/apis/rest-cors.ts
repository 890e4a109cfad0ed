import { stamp } from '../../../model/origin.ts';
import { isMap, isString, type Json } from '../../../model/tree.ts';
import { withFunctions } from '../../codecs/functions.ts';
import { readText, writeGaps } from '../../codecs/gaps.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { flag } from '../../codecs/scalars.ts';
import { parseQuantity, printTime, timeScale } from '../../codecs/units.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { property } from '../../language/key.ts';
import { opened } from '../../phrases/phrase.ts';

/** A text or a reference as it stands in a `Fn::Sub`. */
const subText = (value: Json): string | undefined => {
  if (isString(value)) return value.replaceAll('${', '${!');
  if (!isMap(value)) return undefined;
  const { Ref: name, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value;
  if (isString(text)) return text;
  if (isString(name)) return `\${${name}}`;
  return Array.isArray(attribute) ? `\${${attribute.join('.')}}` : undefined;
};

/** Texts with commas between them, in the single quotes that API Gateway wants within a value. */
const quote = (values: readonly Json[]): Json | undefined => {
  if (values.every(isString)) return `'${values.join(',')}'`;
  const texts = values.map(subText);
  return texts.includes(undefined) ? undefined : { 'Fn::Sub': `'${texts.join(',')}'` };
};

const unquote = (value: Json): string | undefined => {
  const [, inner] = isString(value) ? (/^'([^']*)'$/s.exec(value) ?? []) : [];
  return inner;
};

/** A text, or a list that becomes one with commas. */
const unwrapped: Codec = {
  says: 'a text, or a list of texts',
  schema: () => ({ anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] }),
  read: (spot, cx) => {
    const parts = spot.items.map((item) => item.text);
    if (parts.includes(undefined) || parts.length === 0) return wrong(spot, 'a text, or a list of texts', cx);
    const values = spot.items.map((item) => (item.text!.includes('${') ? readText(item, cx) : item.text!));
    if (values.includes(undefined)) return undefined;
    const quoted = quote(values as Json[]);
    return isMap(quoted) ? stamp(quoted, spot.at) : quoted;
  },
  write: (value, cx) => {
    const inner = unquote(value);
    if (inner === undefined) return undefined;
    const parts = inner.split(',');
    return parts.length > 1 && parts.every((part) => part !== '' && part === part.trim()) && !inner.includes('${')
      ? parts
      : writeGaps(inner, cx);
  },
};

/** A gap in a text is quoted like the text; a function under a tag says its quotes itself. */
const quoted: Codec = {
  ...withFunctions(unwrapped, (value) => value),
  read: (spot, cx) => (isString(spot.value) ? unwrapped : withFunctions(unwrapped)).read(spot, cx),
};

const says = 'a duration in whole seconds, such as 10m';

const plainSeconds: Codec = withFunctions({
  says,
  schema: () => ({ type: ['string', 'integer'] }),
  read: (spot, cx) => {
    const value = parseQuantity(spot.text ?? '', timeScale, 's', true);
    return value === undefined ? wrong(spot, says, cx) : `'${value}'`;
  },
  write: (value) => {
    const inner = unquote(value);
    return inner !== undefined && /^(?:0|[1-9]\d{0,8})$/.test(inner)
      ? printTime(Number(inner), 's', ['s', 'm', 'h', 'd'])
      : undefined;
  },
});

/** A gap alone is quoted as a time is. */
const quotedSeconds: Codec = {
  ...plainSeconds,
  read: (spot, cx) => (spot.text?.includes('${') ? unwrapped : plainSeconds).read(spot, cx),
};

const isText = (value: Json): boolean => isString(value) || Array.isArray(value);

const anyOrigin: Phrase = {
  says: "an origin, or '*' for every one",
  examples: ["'*'", 'https://example.com'],
  schema: () => ({ type: 'string' }),
  open: (spot, cx) =>
    isText(spot.value) ? opened(spot, { origins: spot.value }) : wrong(spot, `${anyOrigin.says}, or a map`, cx),
  close: () => undefined,
};

const long = record(
  'the CORS settings of a REST API',
  [
    property('origins', 'AllowOrigin', quoted, 'The origin that may call.', ["'*'", 'https://example.com']),
    property('methods', 'AllowMethods', quoted, 'Methods that it may use.', '[GET, POST]'),
    property('headers', 'AllowHeaders', quoted, 'Headers that it may send.', '[Content-Type, Authorization]'),
    property('max-age', 'MaxAge', quotedSeconds, 'How long a browser keeps the answer.', '10m'),
    property('credentials', 'AllowCredentials', flag(), 'Whether cookies are sent.', 'true'),
  ],
  { phrase: anyOrigin, synonyms: { origin: 'origins', 'allow-origin': 'origins' } },
);

/** Cross-origin requests of a REST API. SAM has an origin alone as a text, all else as a map. */
export const restCors: Codec = {
  ...long,
  read: (spot, cx) => (isString(spot.value) ? quoted.read(spot, cx) : long.read(spot, cx)),
  write: (value, cx) => (isString(value) ? quoted.write(value, cx) : long.write(value, cx)),
};
