import { type Cause, carry, stamp } from '../model/origin.ts';
import type { ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { parseS3Uri } from '../model/s3.ts';
import { isMap, isString, type Json, type JsonMap, kindOf, newMap } from '../model/tree.ts';
import { BadS3Uri, locationFault } from './s3-location.ts';

const BadKind = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `'${name}' is ${found}; it must be an S3 URI, a map with 'Bucket' and 'Key', or a local path.`,
);
const DynamicReference = message(
  'dynamic-reference',
  'error',
  (name: string, found: string) =>
    `'${name}' has the dynamic reference '${found}', whose slashes are ambiguous in a URI. Use a map with 'Bucket' and 'Key' instead.`,
);

type Reader = Pick<ResourceContext, 'at' | 'report'>;

/** A reference to Parameter Store or Secrets Manager that CloudFormation resolves. */
const dynamicReference = /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):[a-zA-Z0-9_.\-/]+(?::\d+)?\}\}/;

/**
 * A `CodeUri` or `ContentUri` in the form in which Lambda takes it: `S3Bucket`, `S3Key` and `S3ObjectVersion`. One that
 * is not a location is reported, and what depends on it goes on without it: there may be more to report.
 * @param generated the generated resource that is at fault when it is not a location
 */
export const codeLocation = (cx: Reader, name: string, value: Json, generated?: string): JsonMap => {
  const at = cx.at(name);
  const code = newMap();
  if (isMap(value)) {
    const fault = locationFault(name, value);
    if (fault) cx.report(fault, at, generated);
    carry(value, 'Bucket', code, 'S3Bucket');
    carry(value, 'Key', code, 'S3Key');
    carry(value, 'Version', code, 'S3ObjectVersion');
  } else if (isString(value)) fromText(cx, name, value, code, at, generated);
  else cx.report(BadKind(name, kindOf(value)), at, generated);
  return stamp(code, at);
};

const fromText = (
  cx: Reader,
  name: string,
  text: string,
  code: JsonMap,
  at: Cause | undefined,
  generated: string | undefined,
): void => {
  const dynamic = dynamicReference.exec(text)?.[0];
  if (dynamic?.includes('/')) return cx.report(DynamicReference(name, dynamic), at, generated);
  const location = parseS3Uri(text);
  if (location) {
    code['S3Bucket'] = location.bucket;
    code['S3Key'] = location.key;
    if (location.version !== undefined) code['S3ObjectVersion'] = location.version;
  } else cx.report(BadS3Uri(name, `'${text}'`), at, generated);
};
