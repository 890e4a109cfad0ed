import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isIntrinsic, isMap, isNothing, isString, kindOf } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { hasFunctionKey } from '../facts/templates/function-keys.ts';

const allowed: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
};

/** The types of which CloudFormation can take a snapshot. */
const withSnapshots: ReadonlySet<string> = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
]);

export const cfnDeletionPolicy = defineTemplateRule({
  id: 'cfn-deletion-policy',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Deletion policy that does not exist',
  description:
    '`DeletionPolicy` is `Delete`, `Retain`, `RetainExceptOnCreate` or `Snapshot`, `UpdateReplacePolicy` the same without `RetainExceptOnCreate`. `Snapshot` is only for types that CloudFormation takes snapshots of: volumes, ElastiCache, RDS, DocumentDB, Neptune and Redshift. Functions are not checked: `AWS::LanguageExtensions` allows them there.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  fixes: { suggested: 'safe' },
  messages: {
    value: "'{name}' is '{found}'; allowed: {allowed}.",
    suggested: "'{name}' is '{found}'. Did you mean '{near}'? Allowed: {allowed}.",
    kind: "'{name}' is {found}; it must be one of {allowed}.",
    snapshot: "'{name}' is 'Snapshot', but CloudFormation cannot take snapshots of {type}; write 'Retain' to keep it.",
  },
  example: {
    in: 'resources',
    fails: `
Table:
  Type: AWS::Serverless::SimpleTable
  DeletionPolicy: ‹Keep›
  UpdateReplacePolicy: Retain`,
    passes: `
Table:
  Type: AWS::Serverless::SimpleTable
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain`,
  },
  check(cx) {
    for (const { id, type, body } of cx.sources()) {
      for (const [name, values] of Object.entries(allowed)) {
        const found = get(body, name);
        if (isNothing(found)) continue;
        const at = cx.placeOf(body, name);
        if (cx.reported(at)) continue;
        const data = { name, type, allowed: values.join(', ') };
        if (!isString(found)) {
          if (!isMap(found) || !(isIntrinsic(found) || hasFunctionKey(found)))
            cx.report('kind', at, { data: { ...data, found: kindOf(found) }, logicalId: id });
        } else if (!values.includes(found)) {
          const near = nearest(found, values);
          const fix = near === undefined ? undefined : replaceLiteral({ value: found, at }, near);
          const more = { data: { ...data, found, near: near ?? '' }, fix, logicalId: id };
          cx.report(near === undefined ? 'value' : 'suggested', at, more);
        } else if (found === 'Snapshot' && type.startsWith('AWS::') && !withSnapshots.has(type)) {
          cx.report('snapshot', at, { data, logicalId: id });
        }
      }
    }
  },
});
