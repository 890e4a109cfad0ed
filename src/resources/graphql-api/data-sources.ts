import { assumeRolePolicy } from '../../model/iam.ts';
import { getAtt, ref, sub } from '../../model/intrinsics.ts';
import { carry, entryOf, lacking, place } from '../../model/origin.ts';
import { get, isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { apiId, carryText, emitPart, type GraphqlContext, type Part, partsOf, present } from './shared.ts';

/** The data sources of an API by their keys, and the one without data, which exists once it is asked for. */
export interface DataSources {
  readonly names: ReadonlyMap<string, Json>;
  none(part: Part): Json;
}

/** Emits the API's data sources with their roles. */
export const emitDataSources = (cx: GraphqlContext): DataSources => {
  const given = isMap(cx.props.DataSources) ? cx.props.DataSources : newMap();
  const names = new Map<string, Json>();
  for (const part of partsOf(get(given, 'DynamoDb'))) names.set(part.key, emitTable(cx, part));
  for (const part of partsOf(get(given, 'Lambda'))) names.set(part.key, emitFunction(cx, part));
  let none: Json | undefined;
  return {
    names,
    none: (part) => {
      none ??= emitNone(cx, part);
      return none;
    },
  };
};

const nameOf = (id: string): Json => getAtt(id, 'Name');

const emitNone = (cx: GraphqlContext, { cause }: Part): Json => {
  const id = `${cx.id}NoneDataSource`;
  return nameOf(emitPart(cx, 'NoneDataSource', 'DataSource', { ApiId: apiId(cx), Name: id, Type: 'NONE' }, cause));
};

const emitTable = (cx: GraphqlContext, part: Part): Json => {
  const name = `${part.key}DynamoDBDataSource`;
  const properties = common(cx, part, 'AMAZON_DYNAMODB');
  properties['DynamoDBConfig'] = tableConfig(part.body);
  properties['ServiceRoleArn'] = role(cx, part, cx.id + name, 'ToTableConnector', {
    type: 'AWS::DynamoDB::Table',
    arn: get(part.body, 'TableArn') ?? tableArn(part.body),
    permissions: isTruthy(get(part.body, 'Permissions')) ? part.body['Permissions']! : ['Read', 'Write'],
  });
  return nameOf(emitPart(cx, name, 'DataSource', properties, part.cause));
};

const emitFunction = (cx: GraphqlContext, part: Part): Json => {
  const name = `${part.key}LambdaDataSource`;
  const properties = common(cx, part, 'AWS_LAMBDA');
  const config = newMap();
  carry(part.body, 'FunctionArn', config, 'LambdaFunctionArn');
  properties['LambdaConfig'] = config;
  properties['ServiceRoleArn'] = role(cx, part, cx.id + name, 'ToLambdaConnector', {
    type: 'AWS::Lambda::Function',
    arn: get(part.body, 'FunctionArn') ?? null,
    permissions: ['Write'],
  });
  return nameOf(emitPart(cx, name, 'DataSource', properties, part.cause));
};

const common = (cx: GraphqlContext, { key, body }: Part, type: string): JsonMap => {
  const properties = newMap();
  properties['ApiId'] = apiId(cx);
  properties['Name'] = key;
  if (isTruthy(get(body, 'Name'))) carryText(body, 'Name', properties);
  properties['Type'] = type;
  carry(body, 'Description', properties);
  return properties;
};

const tableConfig = (body: JsonMap): JsonMap => {
  const config = newMap();
  config['AwsRegion'] = region(body);
  place(config, 'AwsRegion', entryOf(body, 'Region'));
  carry(body, 'TableName', config);
  for (const name of ['UseCallerCredentials', 'Versioned']) if (isTruthy(get(body, name))) carry(body, name, config);
  const sync = get(body, 'DeltaSync');
  if (isMap(sync)) config['DeltaSyncConfig'] = present(sync);
  return config;
};

const region = (body: JsonMap): Json => (isTruthy(get(body, 'Region')) ? body['Region']! : ref('AWS::Region'));

const tableArn = (body: JsonMap): Json =>
  sub('arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}', {
    __TableName__: get(body, 'TableName') ?? null,
    __Region__: region(body),
  });

interface Target {
  readonly type: string;
  readonly arn: Json;
  readonly permissions: Json;
}

/** The ARN of the role that AppSync takes: the given one, or one that may use the target. */
const role = (cx: GraphqlContext, { body, cause }: Part, sourceId: string, connector: string, target: Target): Json => {
  const given = get(body, 'ServiceRoleArn');
  if (isTruthy(given)) return given!;
  const id = `${sourceId}Role`;
  cx.emit({
    id,
    type: 'AWS::IAM::Role',
    properties: { AssumeRolePolicyDocument: assumeRolePolicy('appsync.amazonaws.com') },
    attributes: cx.attributes,
    cause: lacking(cause, 'ServiceRoleArn'),
  });
  cx.expandPart({
    id: sourceId + connector,
    type: 'AWS::Serverless::Connector',
    properties: {
      Source: { Type: 'AWS::AppSync::DataSource', Arn: getAtt(sourceId, 'DataSourceArn'), RoleName: ref(id) },
      Destination: { Type: target.type, Arn: target.arn },
      Permissions: target.permissions,
    },
    cause,
  });
  return getAtt(id, 'Arn');
};
