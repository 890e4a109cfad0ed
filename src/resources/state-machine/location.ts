import { carry, place, stamp } from '../../model/origin.ts';
import { parseS3Uri } from '../../model/s3.ts';
import { isMap, isString, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { BadS3Uri, locationFault } from '../s3-location.ts';
import type { StateMachineContext } from './index.ts';

/** The `DefinitionS3Location` that `DefinitionUri` stands for. */
export const definitionLocation = (cx: StateMachineContext): JsonMap => {
  const uri = cx.properties['DefinitionUri']!;
  const at = cx.at('DefinitionUri');
  const location = stamp(newMap(), at);
  if (isMap(uri)) {
    const fault = locationFault('DefinitionUri', uri);
    if (fault) return cx.fail(fault, at);
    for (const name of ['Bucket', 'Key', 'Version']) carry(uri, name, location);
    return location;
  }
  if (!isString(uri)) return cx.fail(BadS3Uri('DefinitionUri', kindOf(uri)), at);
  const parsed = parseS3Uri(uri);
  if (!parsed) return cx.fail(BadS3Uri('DefinitionUri', `'${uri}'`), at);
  const { bucket, key } = parsed;
  location['Bucket'] = bucket;
  location['Key'] = key;
  if (parsed?.version !== undefined) location['Version'] = parsed.version;
  if (at) for (const name of Object.keys(location)) place(location, name, { key: at, value: at });
  return location;
};
