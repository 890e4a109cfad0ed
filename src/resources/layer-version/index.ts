import { carry, originOf, place, shallowCopy } from '../../model/origin.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isIntrinsic, isList, isString, isTruthy, type JsonMap, kindOf, textOrKind } from '../../model/tree.ts';
import { codeLocation } from '../code-location.ts';
import { layerId } from './id.ts';
import { layerProperties } from './properties.ts';
import { retention } from './retention.ts';

const NotText = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `'${name}' is ${found} once its parameters are resolved; it must be a string or an intrinsic function.`,
);
const BadArchitecture = message(
  'wrong-value',
  'error',
  (found: string) => `'CompatibleArchitectures' has ${found}; it must be x86_64 or arm64.`,
);

export type LayerContext = ResourceContext<typeof layerProperties>;

const texts = ['LayerName', 'LicenseInfo', 'Description', 'RetentionPolicy'] as const;
const architectures = ['x86_64', 'arm64'];

export const layerVersion = defineResource({
  type: 'AWS::Serverless::LayerVersion',
  phase: 'other',
  properties: layerProperties,
  expand(cx) {
    const given = withTexts(cx);
    const policy = retention(cx, given['RetentionPolicy']);
    const id = layerId(cx, given);
    cx.rename(id);
    checkArchitectures(cx, id);
    const properties = cx.passed();
    for (const name of texts) if (name !== 'RetentionPolicy') carry(given, name, properties);
    if (!isTruthy(properties['LayerName'])) properties['LayerName'] = cx.id;
    properties['Content'] = codeLocation(cx, 'ContentUri', cx.props.ContentUri, id);

    const attributes = shallowCopy(cx.inherited as JsonMap);
    attributes['DeletionPolicy'] ??= 'Retain';
    if (policy !== undefined) {
      attributes['DeletionPolicy'] = policy;
      const at = cx.at('RetentionPolicy');
      place(attributes, 'DeletionPolicy', at && { key: at, value: at });
    }
    carry(cx.attributes as JsonMap, 'DependsOn', attributes);
    cx.emit({ id, type: 'AWS::Lambda::LayerVersion', properties, attributes, cause: cx.cause });
  },
});

/** The author's properties; references in those that are texts are replaced by what is known. */
const withTexts = (cx: LayerContext): JsonMap => {
  const given = shallowCopy(cx.properties);
  for (const name of texts) {
    const value = given[name];
    if (!isTruthy(value)) continue;
    const text = cx.resolve(value!);
    if (!isString(text) && !isIntrinsic(text)) return cx.fail(NotText(name, kindOf(text)), cx.at(name));
    given[name] = text;
  }
  return given;
};

const checkArchitectures = (cx: LayerContext, id: string): void => {
  const given = get(cx.properties, 'CompatibleArchitectures');
  if (!isList(given)) return;
  given.forEach((item, index) => {
    if (isIntrinsic(item) || (isString(item) && architectures.includes(item))) return;
    const found = textOrKind(item);
    cx.report(BadArchitecture(found), cx.at('CompatibleArchitectures', index) ?? originOf(given), id);
  });
};
