import { entryOf } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';
import { piecesOf } from '../codecs/gaps.ts';
import { notHere } from '../language/unknown.ts';
import type { Lowered } from './lowering.ts';

/** The sections of a template whose values refer to others. */
const referring = ['Conditions', 'Rules', 'Globals', 'Resources', 'Outputs'];

/**
 * Reports what refers to a name that the chosen stage does not have, in values that are SAM's own: those of the language have
 * been looked at when they were read.
 */
export const checkReferences = (template: JsonMap, cx: Lowered): void => {
  for (const section of referring) checkValue(get(template, section), cx);
};

const checkValue = (value: Json | undefined, cx: Lowered): void => {
  if (isList(value)) for (const item of value) checkValue(item, cx);
  if (!isMap(value)) return;
  for (const key of Object.keys(value)) {
    for (const [name, holder, step] of referredBy(value, key)) {
      const found = notHere(cx.names, name);
      if (found !== undefined) cx.report(found, entryOf(holder, step)?.value);
    }
    checkValue(value[key], cx);
  }
};

type Referred = readonly [name: string, holder: Json[] | JsonMap, step: Step];

/** What the value of a key refers to, and where that stands. */
const referredBy = (map: JsonMap, key: string): Referred[] => {
  const value = map[key]!;
  const at = isList(value) ? ([value, 0] as const) : ([map, key] as const);
  const text = isList(value) ? value[0] : value;
  switch (key) {
    case 'DependsOn':
      return isList(value)
        ? value.flatMap((item, step): Referred[] => (isString(item) ? [[item, value, step]] : []))
        : isString(value)
          ? [[value, map, key]]
          : [];
    case 'Ref':
    case 'Condition':
      return isString(value) ? [[firstOf(value), map, key]] : [];
    case 'Fn::GetAtt':
    case 'Fn::If':
      return isString(text) ? [[firstOf(text), ...at]] : [];
    case 'Fn::Sub':
      return isString(text) ? gapsIn(text, isList(value) ? value[1] : undefined).map((name) => [name, ...at]) : [];
    default:
      return [];
  }
};

const firstOf = (text: string): string => text.split('.', 1)[0]!;

/** The names in the gaps of a text that are not its own variables. */
const gapsIn = (text: string, variables: Json | undefined): string[] => [
  ...new Set(
    piecesOf(text).flatMap((piece) =>
      'gap' in piece && !piece.gap.startsWith('!') && get(variables, piece.gap) === undefined
        ? [firstOf(piece.gap)]
        : [],
    ),
  ),
];
