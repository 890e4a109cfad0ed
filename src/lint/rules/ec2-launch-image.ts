import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, type Step } from '../../model/tree.ts';

const ownTemplate: readonly Step[] = ['LaunchTemplate'];
const ofMixedInstances: readonly Step[] = ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification'];
const overrides: readonly Step[] = ['MixedInstancesPolicy', 'LaunchTemplate', 'Overrides'];

export const ec2LaunchImage = defineRule({
  id: 'ec2-launch-image',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Instances without an image',
  description:
    'An instance starts from an image: its own `ImageId`, or that of its launch template. EC2 refuses an instance, and Auto Scaling a group, with a launch template that names none. Checked are launch templates of the template.',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html; https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html',
  macros: 'silent',
  messages: {
    missing: "The launch template '{id}' has no 'ImageId', so nothing can start from it; give it one.",
  },
  example: {
    in: 'resources',
    fails: `
Web:
  Type: AWS::EC2::LaunchTemplate
  Properties: {LaunchTemplateData: {InstanceType: t4g.micro}}
Front:
  Type: AWS::EC2::Instance
  Properties:
    LaunchTemplate: {LaunchTemplateId: ‹!Ref Web›, Version: !GetAtt Web.LatestVersionNumber}
`,
    passes: `
Web:
  Type: AWS::EC2::LaunchTemplate
  Properties: {LaunchTemplateData: {InstanceType: t4g.micro, ImageId: ami-0123456789abcdef0}}
Front:
  Type: AWS::EC2::Instance
  Properties:
    LaunchTemplate: {LaunchTemplateId: !Ref Web, Version: !GetAtt Web.LatestVersionNumber}
`,
  },
  on: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance'],
  reads: ['LaunchTemplate', 'MixedInstancesPolicy'],
  check(node, cx) {
    if (node.type === 'AWS::AutoScaling::AutoScalingGroup' && !node.lacks('MixedInstancesPolicy')) {
      if (isOneTemplate(node)) checkTemplate(node, ofMixedInstances, cx);
    }
    if (node.lacks('LaunchTemplate')) return;
    if (node.type === 'AWS::AutoScaling::AutoScalingGroup' || node.lacks('ImageId'))
      checkTemplate(node, ownTemplate, cx);
  },
});

/** Whether no override brings a launch template or an image of its own. */
const isOneTemplate = (group: ResourceNode): boolean => {
  if (group.lacks(...overrides)) return true;
  return (
    isList(group.get(...overrides)) &&
    ['ImageId', 'LaunchTemplateSpecification'].every((name) => group.all(...overrides, '*', name).length === 0)
  );
};

const checkTemplate = (node: ResourceNode, path: readonly Step[], cx: RuleContext): void => {
  for (const name of ['LaunchTemplateId', 'LaunchTemplateName']) {
    for (const { value, at } of node.all(...path, name)) {
      const template = cx.target(value);
      if (template?.type !== 'AWS::EC2::LaunchTemplate' || !isWithout(template)) continue;
      return cx.report('missing', at, {
        data: { id: template.id },
        related: [template.keyPlace('LaunchTemplateData')],
      });
    }
  }
};

/** Whether what a launch template holds is written out, without an image. */
const isWithout = (template: ResourceNode): boolean => {
  const data = template.all('LaunchTemplateData');
  return data.length === 1 && data[0]!.path.length === 1 && template.lacks('LaunchTemplateData', 'ImageId');
};
