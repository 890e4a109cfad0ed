import { defineRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';

const names = ['ScalableDimension', 'ServiceNamespace'];

export const autoscalingDimension = defineRule({
  id: 'autoscaling-dimension',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dimension of another service',
  description:
    'The `ScalableDimension` of a target of Application Auto Scaling begins with its `ServiceNamespace`: `ecs:service:DesiredCount` goes with `ecs`. Others are refused: "Unsupported service namespace, resource type or scalable dimension".',
  source: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  macros: 'silent',
  messages: {
    other: "The dimension '{dimension}' goes with 'ServiceNamespace: {own}'; found '{found}'.",
  },
  example: {
    in: 'resources',
    fails: `
Tasks:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    MinCapacity: 1
    MaxCapacity: 4
    ResourceId: service/shop/orders
    ScalableDimension: ‹ecs:service:DesiredCount›
    ServiceNamespace: dynamodb
`,
    passes: `
Tasks:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    MinCapacity: 1
    MaxCapacity: 4
    ResourceId: service/shop/orders
    ScalableDimension: ecs:service:DesiredCount
    ServiceNamespace: ecs
`,
  },
  on: ['AWS::ApplicationAutoScaling::ScalableTarget', 'AWS::ApplicationAutoScaling::ScalingPolicy'],
  reads: ['ScalableDimension'],
  check(node, cx) {
    if (node.lacks('ScalableDimension')) return;
    for (const { present } of scenariosOf(node.properties, names, ownWay(node.body), cx)) {
      const [dimension, found] = names.map((name) => cx.resolve(present.get(name)));
      if (!isString(dimension) || !isString(found) || !dimension.includes(':')) continue;
      const own = dimension.slice(0, dimension.indexOf(':'));
      if (own === found) continue;
      const related = [node.place('ServiceNamespace')];
      return cx.report('other', node.place('ScalableDimension'), { data: { dimension, own, found }, related });
    }
  },
});
