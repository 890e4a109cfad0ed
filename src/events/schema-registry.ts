import { allow } from '../model/iam.ts';
import { sub } from '../model/intrinsics.ts';
import { shallowCopy } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import {
  get,
  intrinsicName,
  isList,
  isMap,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  textOrKind,
} from '../model/tree.ts';
import { readSecret } from './access.ts';
import type { MappingContext } from './event-source-mapping.ts';

const MissingField = message('missing-property', 'error', (name: string) => `'SchemaRegistryConfig' needs '${name}'.`);
const BadFormat = message(
  'wrong-value',
  'error',
  (found: string) => `'EventRecordFormat' is ${found}; it must be JSON or SOURCE.`,
);
const NotAList = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' is ${found}; it must be a list.`,
);
const BadAccess = message(
  'wrong-type',
  'error',
  () => "Each item of 'AccessConfigs' must be a map with 'Type' and 'URI'.",
);

/** The statements that let a function use the schema registry of its Kafka source; none without a registry. */
export const schemaRegistryStatements = (cx: MappingContext): JsonMap[] => {
  const config = cx.props.SchemaRegistryConfig;
  if (!isMap(config) || !isTruthy(config)) return [];
  checkConfig(cx, config);
  const accesses = get(config, 'AccessConfigs');
  const statements = (isList(accesses) ? accesses : []).map((access, index) =>
    readSecret(get(access, 'URI') ?? null, cx.at('SchemaRegistryConfig', 'AccessConfigs', index, 'URI')),
  );
  const uri = get(config, 'SchemaRegistryURI') ?? null;
  const name = glueRegistryName(cx, uri);
  if (name === undefined) return statements;
  const at = cx.at('SchemaRegistryConfig', 'SchemaRegistryURI');
  const schemas = sub(`arn:\${AWS::Partition}:glue:\${AWS::Region}:\${AWS::AccountId}:schema/${name}/*`);
  return [...statements, allow(['glue:GetRegistry'], uri, at), allow(['glue:GetSchemaVersion'], [schemas], at)];
};

/**
 * The configuration as the mapping has it. The transform looks into functions for the name of the registry, and leaves
 * the values that it knows in all but those that are one reference or one text.
 */
export const withKnownUri = (cx: MappingContext, config: JsonMap): JsonMap => {
  const uri = get(config, 'SchemaRegistryURI');
  const name = intrinsicName(uri);
  if (uri === undefined || name === undefined || ['Ref', 'Fn::GetAtt', 'Fn::Sub'].includes(name)) return config;
  const copy = shallowCopy(config);
  copy['SchemaRegistryURI'] = cx.resolve(uri);
  return copy;
};

const checkConfig = (cx: MappingContext, config: JsonMap): void => {
  const at = (...path: (string | number)[]) => cx.at('SchemaRegistryConfig', ...path);
  for (const name of ['SchemaRegistryURI', 'EventRecordFormat', 'SchemaValidationConfigs']) {
    if (get(config, name) === undefined) cx.report(MissingField(name), at());
  }
  const format = get(config, 'EventRecordFormat');
  if (format !== undefined && format !== 'JSON' && format !== 'SOURCE') {
    cx.report(BadFormat(textOrKind(format)), at('EventRecordFormat'));
  }
  const validations = get(config, 'SchemaValidationConfigs');
  if (validations !== undefined && !isList(validations)) {
    cx.report(NotAList('SchemaValidationConfigs', kindOf(validations)), at('SchemaValidationConfigs'));
  }
  const accesses = get(config, 'AccessConfigs');
  if (!isTruthy(accesses)) return;
  if (!isList(accesses)) return cx.report(NotAList('AccessConfigs', kindOf(accesses)), at('AccessConfigs'));
  accesses.forEach((access, index) => {
    const complete = get(access, 'Type') !== undefined && get(access, 'URI') !== undefined;
    if (!complete) cx.report(BadAccess(), at('AccessConfigs', index));
  });
};

/** The name in the ARN of a Glue schema registry, where the ARN can be read before the deployment. */
const glueRegistryName = (cx: MappingContext, uri: Json): string | undefined => {
  const known = cx.resolve(uri);
  const arn = isString(known) ? known : get(known, 'Fn::Sub');
  if (!isString(arn) || !arn.startsWith('arn')) return undefined;
  const prefix = 'registry/';
  const resource = arn.split(':')[5];
  return resource?.startsWith(prefix) ? resource.slice(prefix.length) : undefined;
};
