import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString, type Json } from '../../model/tree.ts';
import { scalarNumber } from '../facts/texts/scalar.ts';

/** Where a time to wait stands, and how many hours of it CloudFormation takes. */
const waits = [
  { steps: ['UpdatePolicy', 'AutoScalingRollingUpdate', 'PauseTime'], hours: 1 },
  { steps: ['CreationPolicy', 'ResourceSignal', 'Timeout'], hours: 12 },
] as const;

const types = ['AWS::AutoScaling::AutoScalingGroup', 'AWS::CloudFormation::WaitCondition', 'AWS::EC2::Instance'];

export const autoscalingWait = defineTemplateRule({
  id: 'autoscaling-wait',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: types,
  title: 'Rolling update or signal that CloudFormation refuses',
  description:
    'CloudFormation waits at most one hour between the batches of a rolling update (`PauseTime`), and 12 hours for the signals of a `CreationPolicy`. `MinInstancesInService` is less than the `MaxSize` of the group, for an update replaces at least one instance.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html',
  macros: 'silent',
  messages: {
    long: "'{name}' is {found}; CloudFormation waits at most {most}.",
    service: "'MinInstancesInService' is {found}; it must be less than the 'MaxSize' of the group, {most}.",
  },
  example: {
    in: 'resources',
    fails: `
Fleet:
  Type: AWS::AutoScaling::AutoScalingGroup
  UpdatePolicy:
    AutoScalingRollingUpdate: {PauseTime: ‹PT2H›, WaitOnResourceSignals: true}
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
    AutoScalingRollingUpdate: {PauseTime: PT1H, WaitOnResourceSignals: true}
  Properties:
    MinSize: '1'
    MaxSize: '2'
    VPCZoneIdentifier: [subnet-0123456789abcdef0]
    LaunchTemplate: {LaunchTemplateName: web, Version: '1'}
`,
  },
  check(cx) {
    for (const node of cx.resources(...types)) {
      for (const { steps, hours } of waits) {
        const name = steps.at(-1)!;
        const around = steps.slice(0, -1).reduce((value: Json | undefined, step) => get(value, step), node.body);
        const found = cx.resolve(get(around, name));
        const seconds = isString(found) ? secondsOf(found) : undefined;
        if (seconds === undefined || seconds <= hours * 3600) continue;
        const data = { name, found: found as string, most: `PT${hours}H` };
        cx.report('long', cx.placeOf(around, name), { data, logicalId: node.id });
      }
      checkService(node, cx);
    }
  },
});

const checkService = (group: ResourceNode, cx: RuleContext): void => {
  const update = get(get(group.body, 'UpdatePolicy'), 'AutoScalingRollingUpdate');
  const found = scalarNumber(cx.resolve(get(update, 'MinInstancesInService')));
  const [most] = group.all('MaxSize').length === 1 ? group.numbers('MaxSize') : [];
  if (found === undefined || !most || found < most.value) return;
  const data = { found, most: most.value };
  cx.report('service', cx.placeOf(update, 'MinInstancesInService'), { data, logicalId: group.id, related: [most.at] });
};

/** `PT1H30M` in seconds. */
const secondsOf = (text: string): number | undefined => {
  const [, hours, minutes, seconds] = /^PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?$/.exec(text) ?? [];
  const parts = [hours, minutes, seconds];
  if (parts.every((part) => part === undefined)) return undefined;
  return parts.reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
};
