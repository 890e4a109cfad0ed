import { message } from '../../model/problem.ts';
import { intrinsicName, isList, isMap, isString } from '../../model/tree.ts';
import { piecesOf } from '../codecs/gaps.ts';
import type { Reading } from '../language/codec.ts';
import type { Spot } from '../language/spot.ts';

const GapInSamValue = message(
  'spec-gap-not-filled',
  'warning',
  (gap: string, text: string) =>
    `'\${${gap}}' stays as it is: this value is SAM's own, and has no gaps. Write ${text === `\${${gap}}` && !gap.includes('.') ? `'!Ref ${gap}'` : "'!Sub' before it"}, or use a compact key where there is one.`,
);
const Ambiguous = message(
  'yaml-version-dependent',
  'warning',
  (text: string, older: string) =>
    `YAML 1.1 reads '${text}' as ${older}, YAML 1.2 as a text; here it is a text. Put it in quotes.`,
);

/** Warns of what looks like the language's own in a value that is SAM's: gaps, and words that YAML readers disagree on. */
export const warnOfSamValue = (spot: Spot, cx: Reading): void => {
  const { value } = spot;
  if (isString(value)) {
    const gap = piecesOf(value).find((piece) => 'gap' in piece && isDeclared(piece.gap, cx));
    if (gap && 'gap' in gap) cx.report(GapInSamValue(gap.gap, value), spot.at);
    const older = readAs(spot, value);
    if (older !== undefined) cx.report(Ambiguous(value, older), spot.at, { safety: 'safe', text: `'${value}'` });
  } else if (isMap(value) || isList(value)) {
    if (intrinsicName(value) === 'Fn::Sub') return;
    for (const step of isList(value) ? value.keys() : Object.keys(value)) warnOfSamValue(spot.below(step), cx);
  }
};

const isDeclared = (gap: string, cx: Reading): boolean =>
  cx.names.get(gap.split('.', 1)[0]!) !== undefined || gap.startsWith('AWS::');

/** What YAML 1.1 takes an unquoted text for, where that is not a text. */
const readAs = ({ at }: Spot, value: string): string | undefined => {
  if (at === undefined || at.source.text.slice(at.start, at.end) !== value) return undefined;
  if (/^(?:yes|no|on|off|y|n)$/i.test(value)) return 'true or false';
  return /^[-+]?(?:0[0-7_]+|0x[\da-f_]+|0b[01_]+|[\d][\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d+_[\d_]*)$/i.test(value)
    ? 'a number'
    : undefined;
};
