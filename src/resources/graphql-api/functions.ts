import { getAtt } from '../../model/intrinsics.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { carry } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isTruthy, type Json, newMap } from '../../model/tree.ts';
import { addCode, addRuntime } from './code.ts';
import type { DataSources } from './data-sources.ts';
import { apiId, carryText, emitPart, type GraphqlContext, type Part, partsOf, placeIn, present } from './shared.ts';

const IdAlone = message(
  'exclusive-properties',
  'error',
  (key: string, name: string) =>
    `The function '${key}' has 'Id' and '${name}'; 'Id' refers to an existing function, so no other property is allowed.`,
);
const NoCode = message(
  'missing-code',
  'error',
  (key: string) => `The function '${key}' needs 'InlineCode' or 'CodeUri'.`,
);
const NoDataSource = message(
  'missing-property',
  'error',
  (key: string) => `The function '${key}' needs a 'DataSource' (NONE for a function without one).`,
);
const UnknownDataSource = message(
  'unknown-data-source',
  'error',
  (name: string, near: string | undefined) =>
    `There is no '${name}' under 'DataSources'.${didYouMean(near)} For a data source outside this API use Fn::GetAtt or Fn::ImportValue.`,
);

/** Emits the API's functions; gives their ids by their keys. */
export const emitFunctions = (cx: GraphqlContext, dataSources: DataSources): ReadonlyMap<string, Json> => {
  const ids = new Map<string, Json>();
  for (const part of partsOf(cx.props.Functions)) ids.set(part.key, emitFunction(cx, part, dataSources));
  return ids;
};

const emitFunction = (cx: GraphqlContext, part: Part, dataSources: DataSources): Json => {
  const { key, body, cause } = part;
  const id = get(body, 'Id');
  if (isTruthy(id)) {
    const other = Object.keys(body).find((name) => name !== 'Id' && !isNothing(body[name]));
    if (other !== undefined) cx.report(IdAlone(key, other), placeIn(part, other), key);
    return id!;
  }
  const properties = newMap();
  properties['ApiId'] = apiId(cx);
  properties['Name'] = key;
  if (isTruthy(get(body, 'Name'))) carryText(body, 'Name', properties);
  if (!addCode(cx, part, properties)) cx.report(NoCode(key), cause, key);
  properties['DataSourceName'] = dataSourceName(cx, part, dataSources);
  for (const name of ['MaxBatchSize', 'Description']) carry(body, name, properties);
  addRuntime(cx, part, properties);
  const sync = get(body, 'Sync');
  if (isMap(sync)) properties['SyncConfig'] = present(sync);
  return getAtt(emitPart(cx, key, 'FunctionConfiguration', properties, cause), 'FunctionId');
};

const dataSourceName = (cx: GraphqlContext, part: Part, dataSources: DataSources): Json => {
  const given = get(part.body, 'DataSource');
  if (!isTruthy(given)) {
    cx.report(NoDataSource(part.key), part.cause, part.key);
    return null;
  }
  if (isMap(given)) return given;
  const name = String(given);
  if (name.toLowerCase() === 'none') return dataSources.none(part);
  const found = dataSources.names.get(name);
  if (found !== undefined) return found;
  const near = nearest(name, dataSources.names.keys());
  cx.report(UnknownDataSource(name, near), placeIn(part, 'DataSource'), part.key);
  return name;
};
