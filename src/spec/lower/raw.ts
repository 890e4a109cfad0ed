import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isMap, isString, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { tagList, tagMap } from '../codecs/tags.ts';
import { newDraft } from '../language/draft.ts';
import { KeyTable } from '../language/keys.ts';
import { GivenTwice, UnknownKey } from '../language/messages.ts';
import { Spot } from '../language/spot.ts';
import { commonKeys } from '../sections/common.ts';
import { resourceAttributes } from './entry.ts';
import type { Lowered } from './lowering.ts';
import { mapTags } from './map-tags.ts';
import { warnOfSamValue } from './sam-values.ts';

export const RawWithoutType = message(
  'spec-resource-without-type',
  'error',
  (id: string, found: string) => `'${id}' needs a 'type', such as 'AWS::SSM::Parameter'; found ${found}.`,
);

const table = new KeyTable(commonKeys);

/**
 * Lowers an entry of `resources`: `{type: AWS::X::Y, Prop: …}`, a resource as it stands in SAM, or a loop
 * (`Fn::ForEach::Id`) over such resources. Properties are CloudFormation's own, under any name.
 */
export const lowerRaw = (id: string, spot: Spot, cx: Lowered): Json | undefined => {
  const { value } = spot;
  if (id.startsWith('Fn::')) return value;
  if (!isMap(value)) {
    cx.report(RawWithoutType(id, kindOf(value)), spot.at);
    return undefined;
  }
  warnOfSamValue(spot, cx);
  const { type } = value;
  // A property may be called 'Type' too.
  if (type === undefined && isString(value['Type'])) return value;
  if (!isString(type)) {
    cx.report(RawWithoutType(id, type === undefined ? 'none' : kindOf(type)), spot.keyAt);
    return undefined;
  }
  const draft = newDraft(id, type);
  const give = (name: string, from: JsonMap): void => {
    if (!Object.hasOwn(draft.properties, name)) carryEvenNull(from, name, draft.properties);
    else cx.report(GivenTwice(name, name), entryOf(from, name)?.key);
  };
  for (const name of Object.keys(value)) {
    const key = table.get(name);
    if (name === 'type' || name === 'only') continue;
    if (key !== undefined) key.lower(new Spot(value, name), draft, cx);
    else if (name === 'tags') {
      const tags = (mapTags.has(type) ? tagMap : tagList).read(new Spot(value, name), cx);
      if (tags !== undefined) draft.properties['Tags'] = tags;
      place(draft.properties, 'Tags', entryOf(value, name));
    } else if (resourceAttributes.has(name)) carryEvenNull(value, name, draft.attributes);
    else if (name === 'properties' && type.startsWith('AWS::')) {
      cx.report(UnknownKey(name, 'a resource', 'Properties', ['Properties']), entryOf(value, name)?.key);
    } else if (name === 'Properties' && isMap(value[name])) {
      for (const each of Object.keys(value[name])) give(each, value[name]);
    } else give(name, value);
  }
  const body = newMap();
  body['Type'] = type;
  place(body, 'Type', entryOf(value, 'type'));
  for (const name of Object.keys(draft.attributes)) carryEvenNull(draft.attributes, name, body);
  if (Object.keys(draft.properties).length > 0) body['Properties'] = stamp(draft.properties, originOf(value));
  return stamp(body, originOf(value));
};
