import type { ChangeFacts } from '../../model/spec.ts';
import { getIn, isList, isMap, type Json, type Step } from '../../model/tree.ts';

/** What a change of a property does to its resource. */
export type Effect = 'replaces' | 'mayReplace' | 'none';

/**
 * Properties that the specifications call possible replacements, although the service changes them in place, some with
 * an interruption.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 */
const inPlace: ReadonlyMap<string, ReadonlySet<Step>> = new Map([
  ['AWS::RDS::DBInstance', new Set(['BackupRetentionPeriod'])],
  ['AWS::RDS::DBCluster', new Set(['BackupRetentionPeriod'])],
]);

/**
 * Whether another type is given to an attribute of a table that has one.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
const isAttributeEdit = (path: readonly Step[], before: Json | undefined, after: Json | undefined): boolean =>
  path[0] === 'AttributeDefinitions' && path[2] === 'AttributeType' && before !== undefined && after !== undefined;

const tables: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']);

/** What the change of a value at a path below `Properties` does; the change may be of something around what counts. */
export const effectOf = (
  type: string,
  path: readonly Step[],
  before: Json | undefined,
  after: Json | undefined,
  facts: ChangeFacts | undefined,
): Effect => {
  if (tables.has(type) && isAttributeEdit(path, before, after)) return 'replaces';
  if (path[0] !== undefined && inPlace.get(type)?.has(path[0])) return 'none';
  if (facts?.replaces.some((fact) => touches(fact.split('.'), path, before, after))) return 'replaces';
  return facts?.mayReplace.some((fact) => touches(fact.split('.'), path, before, after)) ? 'mayReplace' : 'none';
};

const touches = (
  fact: readonly string[],
  path: readonly Step[],
  before: Json | undefined,
  after: Json | undefined,
): boolean => {
  const common = Math.min(fact.length, path.length);
  for (let at = 0; at < common; at++) if (fact[at] !== '*' && fact[at] !== String(path[at])) return false;
  if (fact.length <= path.length) return true;
  const rest = fact.slice(path.length);
  return JSON.stringify(valuesAt(before, rest)) !== JSON.stringify(valuesAt(after, rest));
};

const valuesAt = (value: Json | undefined, path: readonly string[]): Json[] => {
  const [step, ...rest] = path;
  if (value === undefined) return [];
  if (step === undefined) return [value];
  if (step !== '*') return valuesAt(getIn(value, step), rest);
  const inner = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return inner.flatMap((each) => valuesAt(each, rest));
};
