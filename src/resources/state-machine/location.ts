import { carry, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { hasScheme, parseS3Uri } from '../../model/s3.ts';
import { get, isMap, isString, isTruthy, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { StateMachineContext } from './index.ts';

const IncompleteLocation = message(
  'incomplete-s3-location',
  'error',
  (missing: readonly string[]) =>
    `'DefinitionUri' needs ${missing.map((name) => `'${name}'`).join(' and ')} to say where in S3 the definition is.`,
);
const BadUri = message(
  'invalid-s3-uri',
  'error',
  (found: string) =>
    `'DefinitionUri' is ${found}; it must be s3://bucket/key (with ?versionId=… if wanted) or a local path.`,
);

/** The `DefinitionS3Location` that `DefinitionUri` stands for. */
export const definitionLocation = (cx: StateMachineContext): JsonMap => {
  const uri = cx.properties['DefinitionUri']!;
  const at = cx.at('DefinitionUri');
  const location = stamp(newMap(), at);
  if (isMap(uri)) {
    const missing = ['Bucket', 'Key'].filter((name) => !isTruthy(get(uri, name)));
    if (missing.length > 0) return cx.fail(IncompleteLocation(missing), at);
    for (const name of ['Bucket', 'Key', 'Version']) carry(uri, name, location);
    return location;
  }
  if (!isString(uri)) return cx.fail(BadUri(kindOf(uri)), at);
  const parsed = parseS3Uri(uri);
  if (!parsed && hasScheme(uri)) return cx.fail(BadUri(`'${uri}'`), at);
  const { bucket, key } = parsed ?? cx.artifact(uri, at);
  location['Bucket'] = bucket;
  location['Key'] = key;
  if (parsed?.version !== undefined) location['Version'] = parsed.version;
  if (at) for (const name of Object.keys(location)) place(location, name, { key: at, value: at });
  return location;
};
