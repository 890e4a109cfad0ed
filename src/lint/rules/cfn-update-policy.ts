import { inTable } from '../../model/in-table.ts';
import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, type JsonMap } from '../../model/tree.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { isModule } from '../facts/templates/modules.ts';

const scaling = ['AutoScalingReplacingUpdate', 'AutoScalingRollingUpdate', 'AutoScalingScheduledAction'];

/** What the two attributes take, by type. Sources: the pages of the attributes in the CloudFormation template reference. */
const attributes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map([
  [
    'UpdatePolicy',
    new Map([
      ['AWS::AppStream::Fleet', ['StopBeforeUpdate', 'StartAfterUpdate']],
      ['AWS::AutoScaling::AutoScalingGroup', scaling],
      ['AWS::ElastiCache::ReplicationGroup', ['UseOnlineResharding']],
      ['AWS::Elasticsearch::Domain', ['EnableVersionUpgrade']],
      ['AWS::Lambda::Alias', ['CodeDeployLambdaAliasUpdate']],
      ['AWS::OpenSearchService::Domain', ['EnableVersionUpgrade']],
    ]),
  ],
  [
    'CreationPolicy',
    new Map([
      ['AWS::AppStream::Fleet', ['StartFleet']],
      ['AWS::AutoScaling::AutoScalingGroup', ['AutoScalingCreationPolicy', 'ResourceSignal']],
      ['AWS::CloudFormation::WaitCondition', ['ResourceSignal']],
      ['AWS::EC2::Instance', ['ResourceSignal']],
    ]),
  ],
]);

/** What each of these keys holds. Sources: as above. */
const inner: Readonly<Record<string, readonly string[]>> = {
  AutoScalingCreationPolicy: ['MinSuccessfulInstancesPercent'],
  AutoScalingReplacingUpdate: ['WillReplace'],
  AutoScalingRollingUpdate: [
    'MaxBatchSize',
    'MinActiveInstancesPercent',
    'MinInstancesInService',
    'MinSuccessfulInstancesPercent',
    'PauseTime',
    'SuspendProcesses',
    'WaitOnResourceSignals',
  ],
  AutoScalingScheduledAction: ['IgnoreUnmodifiedGroupSizeProperties'],
  CodeDeployLambdaAliasUpdate: [
    'ApplicationName',
    'DeploymentGroupName',
    'AfterAllowTrafficHook',
    'BeforeAllowTrafficHook',
  ],
  ResourceSignal: ['Count', 'Timeout'],
};
const needed: Readonly<Record<string, readonly string[]>> = {
  CodeDeployLambdaAliasUpdate: ['ApplicationName', 'DeploymentGroupName'],
};

export const cfnUpdatePolicy = defineTemplateRule({
  id: 'cfn-update-policy',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Update or creation policy that the type does not have',
  description:
    'Each type that takes an `UpdatePolicy` or a `CreationPolicy` has keys of its own there, and so has each of those; CloudFormation refuses others. Modules take neither. On other types of AWS they have no effect, which is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
  macros: 'silent',
  messages: {
    unknown: "The {attribute} of {type} has no '{key}'; it takes {known}.",
    missing: "'{policy}' needs '{key}'.",
    suggested: "The {attribute} of {type} has no '{key}'. Did you mean '{near}'?",
    idle: "{type} takes no '{attribute}', so it has no effect; remove it. It is for {known}.",
    module: "A module takes no '{attribute}'; remove it, or write it in the template of the module.",
  },
  example: {
    in: 'resources',
    fails: `
Fleet:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    ‹RollingUpdate›: {MaxBatchSize: 1}
  Properties:
    MinSize: '1'
    MaxSize: '2'
    VPCZoneIdentifier: [subnet-0123456789abcdef0]
    LaunchTemplate: {LaunchTemplateName: web, Version: '1'}
`,
    passes: `
Fleet:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    AutoScalingRollingUpdate: {MaxBatchSize: 1}
  Properties:
    MinSize: '1'
    MaxSize: '2'
    VPCZoneIdentifier: [subnet-0123456789abcdef0]
    LaunchTemplate: {LaunchTemplateName: web, Version: '1'}
`,
  },
  check(cx) {
    for (const node of cx.resources()) {
      for (const [attribute, types] of attributes) {
        if (!Object.hasOwn(node.body, attribute)) continue;
        const known = types.get(node.type);
        if (known) checkAttribute(node, attribute, known, cx);
        else reportIdle(node, attribute, [...types.keys()], cx);
      }
    }
  },
});

const reportIdle = ({ id, type, body }: ResourceNode, attribute: string, types: string[], cx: RuleContext): void => {
  const at = cx.keyOf(body, attribute);
  if (isModule(type)) cx.report('module', at, { data: { attribute }, logicalId: id });
  else if (type.startsWith('AWS::')) {
    const data = { attribute, type, known: types.join(', ') };
    cx.report('idle', at, { data, level: 'warning', logicalId: id });
  }
};

const checkAttribute = (
  { id, type, body }: ResourceNode,
  attribute: string,
  known: readonly string[],
  cx: RuleContext,
): void => {
  const policy = get(body, attribute);
  if (!isPlainMap(policy)) return;
  checkKeys(policy, known, { attribute, type }, id, cx);
  for (const key of Object.keys(policy)) {
    const content = policy[key]!;
    if (!isPlainMap(content) || !Object.hasOwn(inner, key)) continue;
    checkKeys(content, inner[key]!, { attribute: `'${key}'`, type }, id, cx);
    for (const name of inTable(needed, key) ?? []) {
      if (lacksEntry(content, name)) {
        cx.report('missing', cx.keyOf(policy, key), { data: { policy: key, key: name }, logicalId: id });
      }
    }
  }
};

/** Keys that a map of a type does not have. */
const checkKeys = (
  map: JsonMap,
  known: readonly string[],
  where: { readonly attribute: string; readonly type: string },
  logicalId: string,
  cx: RuleContext,
): void => {
  for (const key of Object.keys(map).filter((each) => !known.includes(each))) {
    const near = nearest(key, known);
    const data = { ...where, key, known: known.join(', '), near: near ?? '' };
    cx.report(near === undefined ? 'unknown' : 'suggested', cx.keyOf(map, key), { data, logicalId });
  }
};
