import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { type MapSite, mapSites } from '../facts/templates/spec-faults.ts';
import { scalarNumber, scalarText } from '../facts/texts/scalar.ts';
import { type NumberOrder, numberOrders } from '../facts/values/number-orders.ts';

export const cfnNumberOrder = defineTemplateRule({
  id: 'cfn-number-order',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Minimum above its maximum',
  description:
    'Some properties bound each other: a minimum and a maximum, the first and the last port, the days until data moves to cold storage and until they are deleted. Of the ports of a security group -1 stands for all, and so for both. The service refuses them in the wrong order. Checked are numbers that are known before the deployment.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  macros: 'silent',
  messages: {
    order: "{where} has '{upper}' {high}, which must be at least '{lower}', {low}.",
    every: "{where} has {every} for all as '{one}', so '{other}' must be {every} too; found {found}.",
    distance: "{where} has '{upper}' {high}, which must be at least {least}: {by} above '{lower}', {low}.",
  },
  example: {
    in: 'resources',
    fails: `
Target:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    ServiceNamespace: lambda
    ScalableDimension: lambda:function:ProvisionedConcurrency
    ResourceId: function:orders:live
    MinCapacity: 10
    MaxCapacity: ‹5›
`,
    passes: `
Target:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    ServiceNamespace: lambda
    ScalableDimension: lambda:function:ProvisionedConcurrency
    ResourceId: function:orders:live
    MinCapacity: 5
    MaxCapacity: 10
`,
  },
  check(cx) {
    for (const site of mapSites(cx)) {
      for (const order of numberOrders.get(site.key) ?? []) checkOrder(site, order, cx);
    }
  },
});

const checkOrder = (site: MapSite, order: NumberOrder, cx: RuleContext): void => {
  const { lower, upper, by = 0, never = [], every, unless } = order;
  const { node, map, path, way } = site;
  for (const { present } of scenariosOf(map, [lower, upper, ...(unless ? [unless.name] : [])], way, cx)) {
    if (unless?.values.includes(scalarText(cx.resolve(present.get(unless.name))) ?? '')) continue;
    const [low, high] = [lower, upper].map((name) => scalarNumber(cx.resolve(present.get(name))));
    if (low === undefined || high === undefined || never.includes(high)) continue;
    const where = path === '' ? node.type : `'${path}' of ${node.type}`;
    if (every !== undefined && low !== high && (low === every || high === every)) {
      const [one, other] = low === every ? [lower, upper] : [upper, lower];
      const data = { where, every, one, other, found: low === every ? high : low };
      return cx.report('every', cx.placeOf(map, other), { data, logicalId: node.id });
    }
    if (high >= low + by) continue;
    const data = { where, lower, upper, low, high, by, least: low + by };
    const related = [cx.placeOf(map, lower)];
    return cx.report(by === 0 ? 'order' : 'distance', cx.placeOf(map, upper), { data, related, logicalId: node.id });
  }
};
