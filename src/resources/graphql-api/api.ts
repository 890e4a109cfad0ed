import { assumeRolePolicy } from '../../model/iam.ts';
import { getAtt, sub } from '../../model/intrinsics.ts';
import { carry, lacking } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { tagList } from '../../model/tags.ts';
import { get, isMap, isNothing, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { addAuth } from './auth.ts';
import { apiId, carryText, emitPart, type GraphqlContext } from './shared.ts';

const NoSchema = message('missing-property', 'error', () => "A GraphQL API needs 'SchemaInline' or 'SchemaUri'.");
const TwoSchemas = message(
  'exclusive-properties',
  'error',
  () => "The API has both 'SchemaInline' and 'SchemaUri'; keep one of them.",
);

const NoSwitch = message(
  'wrong-type',
  'error',
  (found: string) => `'XrayEnabled' is '${found}'; it must be true or false.`,
);

const createdBy = 'graphqlapi:createdBy';

/** Emits the API itself, and the role that writes its logs. */
export const emitApi = (cx: GraphqlContext): void => {
  const properties = cx.passed();
  properties['Name'] = cx.id;
  for (const name of [
    'Name',
    'Visibility',
    'OwnerContact',
    'IntrospectionConfig',
    'QueryDepthLimit',
    'ResolverCountLimit',
  ]) {
    if (isTruthy(cx.properties[name])) carry(cx.properties, name, properties);
  }
  addTracing(cx, properties);
  addAuth(cx, properties);
  const tags = newMap();
  if (isMap(cx.props.Tags)) for (const key of Object.keys(cx.props.Tags)) carry(cx.props.Tags, key, tags);
  tags[createdBy] = 'SAM';
  properties['Tags'] = tagList(tags);
  if (cx.props.Logging !== false) properties['LogConfig'] = logConfig(cx);
  emitPart(cx, '', 'GraphQLApi', properties, cx.cause);
};

/** The texts and numbers that the transform takes for a switch here. */
const switches: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'on', 't', 'true', 'y', 'yes'].map((text) => [text, true] as const),
  ...['0', 'off', 'f', 'false', 'n', 'no'].map((text) => [text, false] as const),
]);

const addTracing = (cx: GraphqlContext, properties: JsonMap): void => {
  const given = cx.properties['XrayEnabled'];
  if (isNothing(given)) return;
  const value = switches.get(String(given).toLowerCase());
  if (value === undefined) return cx.report(NoSwitch(String(given)), cx.at('XrayEnabled'));
  carry(cx.properties, 'XrayEnabled', properties);
  properties['XrayEnabled'] = value;
};

const logConfig = (cx: GraphqlContext): JsonMap => {
  const given = isMap(cx.props.Logging) ? cx.props.Logging : newMap();
  const config = newMap();
  if (isTruthy(get(given, 'ExcludeVerboseContent'))) carry(given, 'ExcludeVerboseContent', config);
  config['FieldLogLevel'] = 'ALL';
  if (isTruthy(get(given, 'FieldLogLevel'))) carryText(given, 'FieldLogLevel', config);
  if (isTruthy(get(given, 'CloudWatchLogsRoleArn'))) carry(given, 'CloudWatchLogsRoleArn', config);
  else config['CloudWatchLogsRoleArn'] = loggingRole(cx);
  return config;
};

/** Emits the role that writes logs; gives its ARN. */
const loggingRole = (cx: GraphqlContext): Json => {
  const id = `${cx.id}CloudWatchRole`;
  const policy = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs';
  cx.emit({
    id,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: assumeRolePolicy('appsync.amazonaws.com'),
      ManagedPolicyArns: [sub(policy)],
    },
    attributes: cx.attributes,
    cause: lacking(cx.at('Logging'), 'CloudWatchLogsRoleArn'),
  });
  return getAtt(id, 'Arn');
};

/** Emits the schema; gives its logical id. */
export const emitSchema = (cx: GraphqlContext): string => {
  const { SchemaInline, SchemaUri } = cx.props;
  if (isTruthy(SchemaInline) && isTruthy(SchemaUri)) cx.report(TwoSchemas(), cx.at('SchemaUri'));
  if (!isTruthy(SchemaInline) && !isTruthy(SchemaUri)) cx.report(NoSchema(), cx.cause);
  const properties = newMap();
  properties['ApiId'] = apiId(cx);
  carry(cx.properties, 'SchemaInline', properties, 'Definition');
  carry(cx.properties, 'SchemaUri', properties, 'DefinitionS3Location');
  return emitPart(cx, 'Schema', 'GraphQLSchema', properties, cx.at(SchemaUri ? 'SchemaUri' : 'SchemaInline'));
};
