import { carry, originOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isTruthy, type JsonMap, newMap } from '../../model/tree.ts';
import { type GraphqlContext, type Part, placeIn } from './shared.ts';

const TwoCodes = message(
  'exclusive-properties',
  'error',
  (key: string) => `'${key}' has both 'InlineCode' and 'CodeUri'; keep one of them.`,
);
const NoRuntime = message(
  'missing-property',
  'error',
  (key: string) => `'${key}' needs a 'Runtime' for its code, such as {Name: APPSYNC_JS, Version: 1.0.0}.`,
);

/** Puts the code of a function or resolver into its properties; false where it has none. */
export const addCode = (cx: GraphqlContext, part: Part, properties: JsonMap): boolean => {
  const { key, body } = part;
  const [inline, uri] = [get(body, 'InlineCode'), get(body, 'CodeUri')];
  if (isTruthy(inline) && isTruthy(uri)) cx.report(TwoCodes(key), placeIn(part, 'CodeUri'), key);
  if (isTruthy(inline)) carry(body, 'InlineCode', properties, 'Code');
  if (isTruthy(uri)) {
    carry(body, 'CodeUri', properties, 'CodeS3Location');
  }
  return isTruthy(inline) || isTruthy(uri);
};

/** Puts the runtime of a function or resolver into its properties; it must have one. */
export const addRuntime = (cx: GraphqlContext, { key, body, cause }: Part, properties: JsonMap): void => {
  const given = get(body, 'Runtime');
  if (!isMap(given)) return cx.report(NoRuntime(key), cause, key);
  const runtime = newMap();
  carry(given, 'Name', runtime);
  carry(given, 'Version', runtime, 'RuntimeVersion');
  properties['Runtime'] = stamp(runtime, originOf(given));
};
