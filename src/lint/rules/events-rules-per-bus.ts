import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { identityOf } from '../facts/templates/identity.ts';

const quota = 300;
const smallQuota = 100;
const smallRegions: ReadonlySet<string> = new Set(['af-south-1', 'eu-south-1']);

const busOf = (rule: ResourceNode, cx: RuleContext): string => {
  if (rule.lacks('EventBusName')) return '"default"';
  return identityOf(rule.get('EventBusName'), cx).replace(/^"arn:[^"]*:event-bus\//, '"');
};

export const eventsRulesPerBus = defineTemplateRule({
  id: 'events-rules-per-bus',
  level: 'warning',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::Events::Rule'],
  title: 'More than 300 rules on a bus',
  description:
    'An event bus has at most 300 rules (100 in af-south-1 and eu-south-1) unless the quota was raised: set `quota`. Rules that SAM makes of events count.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  options: { quota: { default: 0, doc: 'How many rules a bus may have; 0 for the default quota of the Region.' } },
  messages: {
    tooMany: 'The template has {count} rules on one event bus; without a raised quota a bus takes {maximum}.',
  },
  example: {
    fails: () => `${rules(300)}  ‹Last›: ${daily}`,
    passes: () => rules(2),
  },
  check(cx) {
    const maximum = cx.option<number>('quota') || (smallRegions.has(cx.region) ? smallQuota : quota);
    for (const rules of groupBy(cx.resources('AWS::Events::Rule'), (rule) => busOf(rule, cx)).values()) {
      if (rules.length <= maximum) continue;
      const first = rules[maximum]!;
      cx.report('tooMany', first.at, { data: { count: rules.length, maximum }, logicalId: first.id });
    }
  },
});

const daily = '{Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day)}}\n';
const rules = (count: number): string =>
  `Resources:\n${Array.from({ length: count }, (_, at) => `  R${at}: ${daily}`).join('')}`;
