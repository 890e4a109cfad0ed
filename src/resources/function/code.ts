import { valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { hasScheme, parseS3Uri } from '../../model/s3.ts';
import { get, isMap, isNothing, isString, type JsonMap, newMap } from '../../model/tree.ts';
import type { FunctionContext } from './index.ts';

const NoCode = message('missing-code', 'error', () => "A function needs 'CodeUri', 'InlineCode' or 'ImageUri'.");
const BadUri = message(
  'invalid-s3-uri',
  'error',
  (name: string, found: string) => `'${name}' is '${found}'; it must be s3://bucket/key (with ?versionId=… if wanted) or a local path.`,
);

/** The `Code` of the Lambda function. */
export const codeOf = (cx: FunctionContext): JsonMap => {
  const { InlineCode, CodeUri } = cx.props;
  const code = newMap();
  if (!isNothing(InlineCode)) {
    code['ZipFile'] = InlineCode;
    return code;
  }
  if (isNothing(CodeUri)) return cx.fail(NoCode(), cx.cause);
  if (isMap(CodeUri)) {
    for (const [from, to] of [['Bucket', 'S3Bucket'], ['Key', 'S3Key'], ['Version', 'S3ObjectVersion']] as const) {
      const value = get(CodeUri, from);
      if (!isNothing(value)) code[to] = value;
    }
    return code;
  }
  if (!isString(CodeUri)) return cx.fail(BadUri('CodeUri', String(CodeUri)), valueOrigin(cx.properties, 'CodeUri'));
  const location = parseS3Uri(CodeUri);
  if (location) {
    code['S3Bucket'] = location.bucket;
    code['S3Key'] = location.key;
    if (location.version !== undefined) code['S3ObjectVersion'] = location.version;
  } else if (hasScheme(CodeUri)) return cx.fail(BadUri('CodeUri', CodeUri), valueOrigin(cx.properties, 'CodeUri'));
  else {
    const { bucket, key } = cx.artifact(CodeUri, valueOrigin(cx.properties, 'CodeUri'));
    code['S3Bucket'] = bucket;
    code['S3Key'] = key;
  }
  return code;
};
