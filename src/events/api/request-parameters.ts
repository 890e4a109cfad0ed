import type { RequestParameter } from '../../model/channel.ts';
import { entryOf } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isString, type Json, kindOf, newMap } from '../../model/tree.ts';
import { unknownKey } from '../../schema/unknown-key.ts';

const NotList = message(
  'wrong-type',
  'error',
  (found: string) => `'RequestParameters' is ${found}; it must be a list.`,
);
const BadItem = message(
  'wrong-type',
  'error',
  (found: string) =>
    `An item of 'RequestParameters' is ${found}; it must be a name such as 'method.request.header.Authorization', or a map from the name to 'Required' and 'Caching'.`,
);
const BadName = message(
  'wrong-value',
  'error',
  (name: string) =>
    `The request parameter '${name}' must start with 'method.request.querystring.', 'method.request.path.' or 'method.request.header.'.`,
);
const BadSettings = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `The settings of '${name}' are ${found}; they must be a map of 'Required' and 'Caching'.`,
);

const settingNames = ['Required', 'Caching'];

/** The parameters of a request that a method names. A bad one drops the event. */
export const requestParametersOf = (cx: AnyEventContext): RequestParameter[] => {
  const given = get(cx.properties, 'RequestParameters') ?? [];
  if (!isList(given)) return cx.fail(NotList(kindOf(given)), cx.at('RequestParameters'));
  return given.map((item, at) => parameterOf(cx, item, at));
};

const parameterOf = (cx: AnyEventContext, item: Json, at: number): RequestParameter => {
  const place = cx.at('RequestParameters', at);
  const name = isString(item) ? item : isMap(item) ? cx.keys(item)[0] : undefined;
  if (name === undefined) return cx.fail(BadItem(kindOf(item)), place);
  const cause = entryOf(item, name)?.key ?? place;
  const [, location, rest] = /^method\.request\.(querystring|path|header)\.(.*)$/s.exec(name) ?? [];
  if (location === undefined || rest === undefined) return cx.fail(BadName(name), cause);
  const settings = isMap(item) ? item[name]! : newMap();
  if (!isMap(settings)) return cx.fail(BadSettings(name, kindOf(settings)), cx.at('RequestParameters', at, name));
  for (const key of Object.keys(settings)) {
    if (settingNames.includes(key)) continue;
    return cx.fail(
      unknownKey(`The request parameter '${name}'`, key, settingNames),
      entryOf(settings, key)?.key ?? cause,
    );
  }
  return { whole: name, location, name: rest, settings, cause };
};
