import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { scheduleFault } from '../facts/events/schedule.ts';

const name = 'ScheduleExpression';

/** A bus other than the default one, when that is certain. */
const customBus = (rule: ResourceNode, cx: RuleContext): string | undefined => {
  const value = rule.get('EventBusName');
  const target = cx.target(value);
  if (target) return target.type === 'AWS::Events::EventBus' ? target.id : undefined;
  const bus = cx.resolve(value);
  return typeof bus === 'string' && !/(^|\/)default$/.test(bus) ? bus : undefined;
};

export const eventsScheduleExpression = defineRule({
  id: 'events-schedule-expression',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid schedule expression',
  description:
    'A schedule is `rate(1 minute)`, `rate(5 minutes)` (hours, days; the number and the unit must agree for rules) or `cron(minutes hours day-of-month month day-of-week year)` with `?` in exactly one of the two day fields; the Scheduler also takes `at(yyyy-mm-ddThh:mm:ss)`. Schedules of rules work on the default bus only, and a rule needs a schedule or an event pattern.',
  source:
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html; cfn-lint RuleScheduleExpression',
  fixes: { unit: 'safe' },
  messages: {
    form: "'{found}' is not a schedule; write {forms}.",
    rate: "'rate({found})' must be a whole number of at least 1 and a unit: minutes, hours or days.",
    unit: "'rate({found})' must be 'rate({right})'.",
    cronFields:
      'The cron expression has {count} fields; it needs 6: minutes, hours, day of month, month, day of week, year.',
    cronValue: "The field {field} of the cron expression does not take '{found}'; its values are {least} to {most}.",
    cronDays: "Exactly one of day of month ('{days}') and day of week ('{weekdays}') must be '?'.",
    at: "'at({found})' must be a date and time such as at(2030-01-31T12:00:00).",
    length: 'The schedule has {length} characters; at most {maximum} are allowed.',
    bus: "Schedules run on the default event bus only, but this rule is on '{bus}'.",
    neither: "The rule '{id}' has neither 'ScheduleExpression' nor 'EventPattern'.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Nightly: {Type: Schedule, Properties: {Schedule: ‹rate(1 days)›}}`,
    passes: `
Events:
  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}`,
  },
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  check(node, cx) {
    const isRule = node.type === 'AWS::Events::Rule';
    for (const found of node.strings(name)) {
      if (found.value.includes('{{resolve:')) continue;
      const fault = scheduleFault(found.value, isRule ? 'rule' : 'scheduler');
      if (!fault) continue;
      const fix = fault.corrected === undefined ? undefined : replaceLiteral(found, fault.corrected);
      cx.report(fault.messageId, found.at, { data: fault.data ?? {}, fix });
    }
    if (!isRule) return;
    if (node.lacks(name)) {
      if (node.lacks('EventPattern')) cx.report('neither', node.at, { data: { id: node.id } });
      return;
    }
    const bus = customBus(node, cx);
    if (bus !== undefined) {
      cx.report('bus', node.place('EventBusName'), { data: { bus }, related: [node.place(name)] });
    }
  },
});
