import { entryOf } from '../../model/origin.ts';
import { parseS3Uri } from '../../model/s3.ts';
import { isMap, isString, isTruthy, type Json } from '../../model/tree.ts';
import { type Dict, History, type Node } from '../../openapi/fingerprint/index.ts';
import { BadS3Uri, locationFault } from '../s3-location.ts';
import type { ApiContext } from './context.ts';

/** Where the definition is in S3; undefined when it is not there. */
export const definitionLocation = (cx: ApiContext): Dict | undefined => {
  const uri: Json | undefined = cx.props.DefinitionUri ?? undefined;
  if (!isTruthy(uri)) return undefined;
  const history = new History();
  const location = history.dict(cx.at('DefinitionUri'));
  const entry = entryOf(cx.properties, 'DefinitionUri');
  if (isMap(uri)) {
    const fault = locationFault('DefinitionUri', uri);
    if (fault) return cx.fail(fault, cx.at('DefinitionUri'));
    for (const part of ['Bucket', 'Key', 'Version']) {
      if (Object.hasOwn(uri, part)) location.set(part, history.written(uri[part]!, uri, part));
    }
    return location;
  }
  const text = isString(uri) ? uri : String(uri);
  const parsed = parseS3Uri(text);
  const set = (part: string, value: Node): void => location.set(part, value, { entry });
  if (parsed) {
    set('Bucket', history.written(parsed.bucket));
    set('Key', history.written(parsed.key));
    if (parsed.version !== undefined) set('Version', history.written(parsed.version));
  } else return cx.fail(BadS3Uri('DefinitionUri', `'${text}'`), cx.at('DefinitionUri'));
  return location;
};
