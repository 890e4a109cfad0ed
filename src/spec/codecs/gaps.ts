import { nearest } from '../../model/nearest.ts';
import { stamp } from '../../model/origin.ts';
import { type Message, message } from '../../model/problem.ts';
import { isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import type { Reading, Writing } from '../language/codec.ts';
import { type Attribute, attributes, attributesOf, type Form, ownForm, refForm } from '../language/forms.ts';
import { UnknownAttribute } from '../language/messages.ts';
import { isParameter, type Named, pseudoParameters } from '../language/names.ts';
import type { Spot } from '../language/spot.ts';
import { unknownGap } from '../language/unknown.ts';

const ForeignVariable = message(
  'spec-foreign-variable',
  'error',
  (text: string, cure: string) => `'\${${text}}' is a variable of the Serverless Framework. ${cure}`,
);
const NoStage = message(
  'spec-no-stage',
  'error',
  () => "'${synth.stage}' needs a stage. Choose one with '--stage NAME'.",
);
const NoUrl = message(
  'spec-unknown-attribute',
  'error',
  (id: string) => `'${id}' has no URL, so '\${${id}.url}' has no value. Give '${id}' a 'url', such as 'url: iam'.`,
);
const MalformedSecret = message(
  'spec-invalid-value',
  'error',
  (text: string, forms: string) => `'\${${text}}' is not a dynamic reference. Write ${forms}.`,
);

/** A piece of a text: literal, or what stands between `${` and `}`. */
type Piece = { readonly literal: string } | { readonly gap: string };

/** Takes a text apart. An opening without an end is literal. */
export const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let done = 0;
  for (;;) {
    const open = text.indexOf('${', done);
    const close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) break;
    if (open > done) pieces.push({ literal: text.slice(done, open) });
    pieces.push({ gap: text.slice(open + 2, close) });
    done = close + 1;
  }
  if (done < text.length) pieces.push({ literal: text.slice(done) });
  return pieces;
};

/** Whether a text has a gap: `${name}`, and not `${!literal}`. */
export const hasGap = (text: string): boolean =>
  piecesOf(text).some((piece) => 'gap' in piece && !piece.gap.startsWith('!'));

/** Whether a text is one gap and nothing else. */
export const isOneGap = (text: string): boolean => {
  if (!text.startsWith('${') || text.indexOf('}') !== text.length - 1) return false;
  return !text.startsWith('${!') && !text.includes('${', 2);
};

/** What a gap stands for: a reference, or text that is known now. Undefined after a report. */
const fill = (gap: string, spot: Spot, cx: Reading): Form | string | undefined => {
  if (gap === 'synth.stage') {
    if (cx.names.stage !== undefined) return cx.names.stage;
    cx.report(NoStage(), spot.at);
    return undefined;
  }
  const colon = gap.indexOf(':');
  if (colon >= 0 && !gap.startsWith('AWS::')) return filledBy(gap.slice(0, colon), gap.slice(colon + 1), gap, spot, cx);
  return referenceOf(gap, spot, cx);
};

const foreign: ReadonlyMap<string, string> = new Map([
  ['self', "Name a parameter, '${Name}', or use 'defaults' and 'stages'."],
  ['opt', "Declare a parameter and name it, '${Name}'; '--parameter Name=value' gives its value."],
  ['env', 'Declare a parameter and give its value with \'--parameter Name="$VARIABLE"\'.'],
  ['file', "Use 'include' for sections of this file."],
  ['cf', "Use '!ImportValue', or a parameter."],
  ['sls', "'${synth.stage}' is the stage; 'AWS::StackName' the name of the stack."],
  ['param', "Declare a parameter and name it, '${Name}'."],
]);

const filledBy = (kind: string, rest: string, gap: string, spot: Spot, cx: Reading): string | undefined => {
  if (kind === 'secret') {
    const [, name, key] = /^([\w/+=@-]+)(?:\.([\w/+=@.-]+))?$/.exec(rest) ?? [];
    if (name !== undefined)
      return `{{resolve:secretsmanager:${name}${key === undefined ? '' : `:SecretString:${key}`}}}`;
    cx.report(MalformedSecret(gap, "'${secret:name}' or '${secret:name.key}'"), spot.at);
  } else if (kind === 'ssm') {
    if (/^[\w./-]+(?::\d+)?$/.test(rest)) return `{{resolve:ssm:${rest}}}`;
    cx.report(MalformedSecret(gap, "'${ssm:/path}' or '${ssm:/path:version}'"), spot.at);
  } else {
    const word = /^file\(/.test(kind) ? 'file' : kind;
    const cure = foreign.get(word);
    cx.report(cure === undefined ? unknownGap(cx.names, gap) : ForeignVariable(gap, cure), spot.at);
  }
  return undefined;
};

/** An attribute in small letters of an entry: those of CloudFormation and SAM begin with a capital letter. */
const isMisspelt = (named: Named, attribute: string): boolean =>
  /^[a-z]/.test(attribute) && named.section !== 'resources' && !isParameter(named);

const noAttribute = (named: Named, attribute: string): Message => {
  const { id, type } = named;
  if (attribute === 'url' && named.lacksUrl) return NoUrl(id);
  const allowed = attributesOf(named);
  return UnknownAttribute(id, attribute, `'${id}' (${type})`, nearest(attribute, allowed), allowed);
};

const referenceOf = (gap: string, spot: Spot, cx: Reading): Form | undefined => {
  if (pseudoParameters.includes(gap)) return refForm(gap);
  const dot = gap.indexOf('.');
  const id = dot < 0 ? gap : gap.slice(0, dot);
  const attribute = dot < 0 ? undefined : gap.slice(dot + 1);
  const named = cx.names.get(id);
  if (named === undefined) {
    if (cx.names.open && /^\w+$/.test(id))
      return attribute === undefined ? refForm(id) : ownForm({ id, type: '' }, attribute);
    const near = pseudoParameters.find((each) => each.toLowerCase() === gap.toLowerCase());
    cx.report(unknownGap(cx.names, gap, near), spot.at);
    return undefined;
  }
  if (attribute === undefined) return refForm(id);
  const isOfLanguage = (attributes as readonly string[]).includes(attribute);
  if (!isOfLanguage && !isMisspelt(named, attribute)) return ownForm(named, attribute);
  const form = isOfLanguage ? cx.names.form(named, attribute as Attribute) : undefined;
  if (form === undefined) cx.report(noAttribute(named, attribute), spot.at);
  return form;
};

/** A compact text as SAM has it: plain, a reference or an `Fn::Sub`. Undefined after a report. */
export const readGaps = (text: string, spot: Spot, cx: Reading): Json | undefined => {
  const pieces = piecesOf(text);
  let failed = false;
  let references = 0;
  /** Text for an `Fn::Sub`, and the same as plain text. */
  let substituted = '';
  let plain = '';
  let alone: Json | undefined;
  for (const piece of pieces) {
    if ('literal' in piece) {
      substituted += piece.literal;
      plain += piece.literal;
    } else if (piece.gap.startsWith('!')) {
      substituted += `\${${piece.gap}}`;
      plain += `\${${piece.gap.slice(1)}}`;
    } else {
      const filled = fill(piece.gap, spot, cx);
      if (filled === undefined) failed = true;
      else if (isString(filled)) {
        substituted += filled;
        plain += filled;
      } else {
        references++;
        substituted += filled.text;
        alone = filled.alone;
      }
    }
  }
  if (failed) return undefined;
  if (references === 0) return plain;
  return stamp((pieces.length === 1 ? alone : { 'Fn::Sub': substituted }) as JsonMap, spot.at);
};

/** Reads the text of a spot; a scalar that is not a text counts by its spelling. Undefined for maps, lists and null. */
export const readText = (spot: Spot, cx: Reading): Json | undefined => {
  const { text } = spot;
  return text === undefined ? undefined : readGaps(text, spot, cx);
};

/** The compact text of a SAM value: a plain text, a reference, an `Fn::Sub` without variables. Undefined where it has none. */
export const writeGaps = (value: Json, cx: Writing): string | undefined => {
  if (isString(value)) return writePlain(value);
  if (!isMap(value) || Object.keys(value).length !== 1) return undefined;
  const { Ref: name, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value;
  if (isString(name)) return isKnown(name, cx) ? `\${${name}}` : undefined;
  if (isList(attribute) && attribute.length === 2 && attribute.every(isString)) {
    const [id, rest] = attribute as [string, string];
    return isKnown(id, cx) && !isGenerated(id, rest, cx) && rest !== '' ? `\${${id}.${rest}}` : undefined;
  }
  return isString(text) ? writeSub(text, cx) : undefined;
};

/** `Ref: Fn.Alias` and `Fn::GetAtt: [Fn, Alias]` would be the same gap; it means the first. */
const isGenerated = (id: string, attribute: string, cx: Writing): boolean => {
  const named = cx.names.get(id);
  if (named === undefined) return false;
  const alone = ownForm(named, attribute).alone as JsonMap;
  return Object.hasOwn(alone, 'Ref') || (attributes as readonly string[]).includes(attribute);
};

const isKnown = (name: string, cx: Writing): boolean => {
  if (pseudoParameters.includes(name)) return true;
  const dot = name.indexOf('.');
  if (dot < 0) return cx.names.get(name) !== undefined;
  const named = cx.names.get(name.slice(0, dot));
  return named !== undefined && Object.hasOwn(ownForm(named, name.slice(dot + 1)).alone as JsonMap, 'Ref');
};

const writePlain = (text: string): string => {
  const dynamic =
    /^\{\{resolve:(?:ssm:([\w./-]+(?::\d+)?)|secretsmanager:([\w/+=@-]+)(?::SecretString:([\w/+=@.-]+))?)\}\}$/.exec(
      text,
    );
  if (dynamic) {
    const [, path, name, key] = dynamic;
    return path === undefined ? `\${secret:${name}${key === undefined ? '' : `.${key}`}}` : `\${ssm:${path}}`;
  }
  // An opening without an end is not a gap.
  return piecesOf(text)
    .map((piece) => ('gap' in piece ? `\${!${piece.gap}}` : piece.literal))
    .join('');
};

const writeSub = (text: string, cx: Writing): string | undefined => {
  const pieces = piecesOf(text);
  const gaps = pieces.flatMap((piece) => ('gap' in piece && !piece.gap.startsWith('!') ? [piece.gap] : []));
  if (gaps.length === 0 || pieces.length === 1) return undefined;
  const sayable = gaps.every((gap) => {
    if (pseudoParameters.includes(gap)) return true;
    const [id, ...rest] = gap.split('.');
    if (cx.names.get(id!) === undefined) return false;
    return rest.length === 0 || !(attributes as readonly string[]).includes(rest.join('.'));
  });
  // What is left of an opening without an end would begin a gap of its own.
  const whole = pieces.every((piece) => 'gap' in piece || !piece.literal.includes('${'));
  return sayable && whole ? text : undefined;
};
