import { nearest } from '../../../model/nearest.ts';
import { entryOf, place, stamp } from '../../../model/origin.ts';
import { isList, isMap, isString, type Json, newMap } from '../../../model/tree.ts';
import { text } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { UnknownKey } from '../../language/messages.ts';
import { opened } from '../../phrases/phrase.ts';

/** The keys of a metric: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudwatch-alarm-metricdataquery.html */
const queryKeys = ['Expression', 'MetricStat', 'Label', 'ReturnData', 'Period', 'AccountId'];

/** `metrics: {id: query}`: SAM has a list, each with its id. */
export const queries: Codec = {
  says: 'a map from ids to queries',
  schema: () => ({ type: 'object' }),
  read: (spot, cx) => {
    if (!isMap(spot.value)) return wrong(spot, 'a map from ids to queries', cx);
    const list: Json[] = [];
    for (const id of Object.keys(spot.value)) {
      const each = spot.below(id);
      const inner = each.text === undefined ? each.value : opened(each, { Expression: text.read(each, cx) });
      if (!isMap(inner)) return wrong(each, 'an expression, or a map with its keys in CloudFormation', cx);
      const query = newMap();
      query['Id'] = id;
      for (const key of Object.keys(inner)) {
        if (!queryKeys.includes(key)) {
          cx.report(UnknownKey(key, 'a metric', nearest(key, queryKeys), queryKeys), entryOf(inner, key)?.key);
          return undefined;
        }
        query[key] = inner[key]!;
        place(query, key, entryOf(inner, key));
      }
      list.push(stamp(query, each.whole));
    }
    return stamp(list, spot.at);
  },
  write: (value, cx) => {
    if (!isList(value)) return undefined;
    const map = newMap();
    for (const query of value) {
      if (!isMap(query) || !isString(query['Id']) || Object.hasOwn(map, query['Id'])) return undefined;
      const { Id: id, ...rest } = query;
      const { Expression: expression } = rest;
      map[id] = isString(expression) && Object.keys(rest).length === 1 ? (text.write(expression, cx) ?? rest) : rest;
    }
    return map;
  },
};
