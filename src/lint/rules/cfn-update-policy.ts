import { inTable } from '../../model/in-table.ts';
import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isMap, type JsonMap } from '../../model/tree.ts';
import { choicesOf, entryChoices, isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { isModule } from '../facts/templates/modules.ts';
import { forms, type Held, policyAttributes } from '../facts/templates/update-policies.ts';
import { scalarNumber, shown } from '../facts/texts/scalar.ts';

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
    'Each type that takes an `UpdatePolicy` or a `CreationPolicy` has keys of its own there, and so has each of those; CloudFormation refuses others, and values of another form: times are durations such as `PT15M`. A rolling update must leave fewer instances in service than the group has at most, or the first update fails, which is a warning. Modules take neither. On other types of AWS they have no effect, which is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
  macros: 'silent',
  messages: {
    unknown: "The {attribute} of {type} has no '{key}'; it takes {known}.",
    missing: "'{policy}' needs '{key}'.",
    form: "'{key}' must be {form}; found {found}.",
    service: "'MinInstancesInService' is {found}; it must be less than the 'MaxSize' of the group, {most}.",
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
      for (const [attribute, types] of policyAttributes) {
        if (!Object.hasOwn(node.body, attribute)) continue;
        const held = types.get(node.type);
        if (held) checkAttribute(attribute, node, held, cx);
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
  attribute: string,
  node: ResourceNode,
  held: Readonly<Record<string, Held>>,
  cx: RuleContext,
): void => {
  for (const { value: policy } of choicesOf(get(node.body, attribute), undefined)) {
    if (isPlainMap(policy)) checkPolicy(policy, attribute, node, held, cx);
  }
};

const checkPolicy = (
  policy: JsonMap,
  attribute: string,
  node: ResourceNode,
  held: Readonly<Record<string, Held>>,
  cx: RuleContext,
): void => {
  const logicalId = node.id;
  checkKeys(policy, Object.keys(held), { attribute, type: node.type }, logicalId, cx);
  for (const key of Object.keys(policy)) {
    const wanted = inTable(held, key);
    if (wanted === undefined) continue;
    checkForm(policy, key, typeof wanted === 'string' ? wanted : 'map', logicalId, cx);
    const content = policy[key];
    if (typeof wanted === 'string' || !isPlainMap(content)) continue;
    checkKeys(content, Object.keys(wanted), { attribute: `'${key}'`, type: node.type }, logicalId, cx);
    for (const name of Object.keys(content)) {
      const form = inTable(wanted, name);
      if (form !== undefined) checkForm(content, name, form, logicalId, cx);
    }
    for (const name of inTable(needed, key) ?? []) {
      if (lacksEntry(content, name)) {
        cx.report('missing', cx.keyOf(policy, key), { data: { policy: key, key: name }, logicalId });
      }
    }
    checkService(content, node, cx);
  }
};

/** What is written out in place of a value of another form. */
const checkForm = (map: JsonMap, key: string, form: keyof typeof forms, logicalId: string, cx: RuleContext): void => {
  for (const { value, at } of entryChoices(map, key, cx.placeOf(map, key))) {
    if (isIntrinsic(value) || (isMap(value) && !isPlainMap(value)) || forms[form].holds(value)) continue;
    cx.report('form', at, { data: { key, form: forms[form].words, found: shown(value) }, logicalId });
  }
};

/** "MinInstancesInService must be less than the autoscaling group's MaxSize". */
const checkService = (update: JsonMap, group: ResourceNode, cx: RuleContext): void => {
  const kept = scalarNumber(get(update, 'MinInstancesInService'));
  const sizes = group.all('MaxSize');
  const most = sizes.length === 1 ? scalarNumber(sizes[0]!.value) : undefined;
  if (kept === undefined || most === undefined || kept < most) return;
  const data = { found: kept, most };
  const related = [group.place('MaxSize')];
  const at = cx.placeOf(update, 'MinInstancesInService');
  cx.report('service', at, { data, related, level: 'warning', logicalId: group.id });
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
