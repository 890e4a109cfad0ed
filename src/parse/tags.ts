import { type Json, type JsonMap, newMap } from '../model/tree.ts';

/** Tags whose long form has no `Fn::` before it. */
const bare = new Set(['Ref', 'Condition']);

/** The key of the long form: `!Ref` is `Ref`, `!Sub` is `Fn::Sub`, and so is any other `!Name`. */
const longForm = (tag: string): string => {
  const name = tag.slice(1);
  return bare.has(name) ? name : `Fn::${name}`;
};

/** The long form of a tagged value: `!GetAtt a.b.c` is `{Fn::GetAtt: [a, b.c]}`. */
export const tagged = (tag: string, value: Json): JsonMap => {
  const map = newMap();
  map[longForm(tag)] = tag === '!GetAtt' && typeof value === 'string' ? splitOnce(value) : value;
  return map;
};

const splitOnce = (text: string): Json[] => {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
};
