import { ec2LaunchImage } from '../../../src/lint/rules/ec2-launch-image.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const start = (resource: string, data = 'InstanceType: t4g.micro') => `Parameters: {Image: {Type: String}}
Conditions: {Own: !Equals [!Ref Image, own]}
Resources:
  Web: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {${data}}}}
  Front: {${resource}}
`;
const instance = (properties: string) => `Type: AWS::EC2::Instance, Properties: {${properties}}`;
const group = (properties: string) => `Type: AWS::AutoScaling::AutoScalingGroup, Properties: {${properties}}`;
const mixed = (template: string, overrides = '') =>
  group(
    `MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: ${template}}${overrides}}}`,
  );

tester.run(ec2LaunchImage, {
  valid: [
    start(instance('LaunchTemplate: {LaunchTemplateId: !Ref Web}'), 'ImageId: !Ref Image'),
    start(instance('LaunchTemplate: {LaunchTemplateId: !Ref Web}, ImageId: !Ref Image')),
    start(instance('LaunchTemplate: {LaunchTemplateId: lt-1}')),
    start(
      instance('LaunchTemplate: {LaunchTemplateId: !Ref Web}'),
      'ImageId: !If [Own, !Ref Image, !Ref AWS::NoValue]',
    ),
    start(mixed('!Ref Web', ', Overrides: [{LaunchTemplateSpecification: {LaunchTemplateId: lt-1}}]')),
  ],
  invalid: [
    marked(start(instance('LaunchTemplate: {LaunchTemplateId: ‹!Ref Web›}')), {
      messageId: 'missing',
      data: { id: 'Web' },
    }),
    marked(start(group('LaunchTemplate: {LaunchTemplateId: ‹!Ref Web›}')), 'missing'),
    marked(start(mixed('‹!Ref Web›', ', Overrides: [{InstanceType: t4g.small}]')), 'missing'),
    marked(
      start(instance('LaunchTemplate: !If [Own, {LaunchTemplateId: ‹!Ref Web›}, {LaunchTemplateId: lt-1}]')),
      'missing',
    ),
  ],
});
