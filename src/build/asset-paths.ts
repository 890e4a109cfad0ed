import { shallowCopy } from '../model/origin.ts';
import { get, getIn, isMap, isString, type JsonMap, newMap } from '../model/tree.ts';

/**
 * A template whose nested stacks say where their templates lie in the output, in the metadata that `cdk diff` reads.
 * @param fileOf the file in the output by its name in S3; undefined where it is not ours
 */
export const withAssetPaths = (template: JsonMap, fileOf: (name: string) => string | undefined): JsonMap => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return template;
  let copy: JsonMap | undefined;
  for (const id of Object.keys(resources)) {
    const body = resources[id]!;
    const file = get(body, 'Type') === 'AWS::CloudFormation::Stack' ? fileOf(nameIn(body as JsonMap)) : undefined;
    if (file === undefined) continue;
    copy ??= shallowCopy(resources);
    copy[id] = withMetadata(body as JsonMap, { 'aws:asset:path': file, 'aws:asset:property': 'TemplateURL' });
  }
  if (copy === undefined) return template;
  const result = shallowCopy(template);
  result['Resources'] = copy;
  return result;
};

/** What a nested stack's template is called in S3: the end of its address. */
const nameIn = (body: JsonMap): string => {
  const url = getIn(body, 'Properties', 'TemplateURL');
  const text = get(url, 'Fn::Sub') ?? url;
  return isString(text) ? text.slice(text.lastIndexOf('/') + 1) : '';
};

const withMetadata = (body: JsonMap, entries: Readonly<Record<string, string>>): JsonMap => {
  const own = get(body, 'Metadata');
  const result = shallowCopy(body);
  result['Metadata'] = Object.assign(isMap(own) ? shallowCopy(own) : newMap(), entries);
  return result;
};
