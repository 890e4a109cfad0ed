import { autoscalingDimension } from '../../../src/lint/rules/autoscaling-dimension.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, dimension: string, namespace: string) => `Parameters:
  Namespace: {Type: String}
Conditions:
  IsTable: !Equals [!Ref Namespace, dynamodb]
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::${type}
    Properties: {ScalableDimension: ${dimension}, ServiceNamespace: ${namespace}}
`;

tester.run(autoscalingDimension, {
  valid: [
    of('ScalableTarget', 'ecs:service:DesiredCount', 'ecs'),
    of('ScalableTarget', 'custom-resource:ResourceType:Property', 'custom-resource'),
    of('ScalableTarget', 'ecs:service:DesiredCount', '!Ref Namespace'),
    of('ScalableTarget', "!Sub '${Namespace}:table:ReadCapacityUnits'", 'dynamodb'),
    of(
      'ScalableTarget',
      '!If [IsTable, dynamodb:table:ReadCapacityUnits, ecs:service:DesiredCount]',
      '!If [IsTable, dynamodb, ecs]',
    ),
    of('ScalingPolicy', 'lambda:function:ProvisionedConcurrency', 'lambda'),
    'Resources: {P: {Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: {PolicyName: p}}}',
  ],
  invalid: [
    marked(of('ScalableTarget', '‹ecs:service:DesiredCount›', 'dynamodb'), {
      messageId: 'other',
      data: { own: 'ecs', found: 'dynamodb' },
    }),
    marked(of('ScalingPolicy', '‹dynamodb:table:ReadCapacityUnits›', 'ecs'), 'other'),
    marked(
      of('ScalableTarget', '‹!If [IsTable, dynamodb:table:ReadCapacityUnits, ecs:service:DesiredCount]›', 'ecs'),
      'other',
    ),
  ],
});
