import table from 'cloudformation-js-yaml-schema/tags.json' with { type: 'json' };
import type { Json, JsonMap } from '../model/tree.ts';
import { newMap } from '../model/tree.ts';

/** Tags that the package's table lacks. */
const further = ['Transform', 'ToJsonString', 'Length', 'Base64', 'ForEach'];

/** Tags whose long form has no `Fn::` before it. */
const bare = new Set(['Ref', 'Condition']);

const known = new Set([...Object.values(table).flat(), ...further]);

/** The key of the long form: `!Ref` is `Ref`, `!Sub` is `Fn::Sub`, and so is any other `!Name`. */
export const longForm = (tag: string): string => {
  const name = tag.slice(1);
  return bare.has(name) ? name : `Fn::${name}`;
};

/** Whether CloudFormation has an intrinsic function of that short form. */
export const isKnownTag = (tag: string): boolean => known.has(tag.slice(1));

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
