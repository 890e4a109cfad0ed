import { defineEvent } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { isNothing } from '../../model/tree.ts';
import { literal, strict, string } from '../../schema/property.ts';
import { attachRuleToFunction, attachRuleToStateMachine, Enabled, ruleProperties, targetShape } from '../rule.ts';

const IgnoredName = message(
  'ignored-property',
  'warning',
  () => "'RuleName' has no effect in a Schedule event; name the rule with 'Name'.",
);

const scheduleProperties = {
  ...ruleProperties,
  Enabled,
  Schedule: strict(string, 'When: rate(…) or cron(…).', { required: true, to: 'ScheduleExpression' }),
  Name: strict(string, 'The name of the rule.', { to: 'Name' }),
  Description: strict(string, 'The description of the rule.', { to: 'Description' }),
} as const;

export const schedule = [
  defineEvent({
    type: 'Schedule',
    hosts: ['function'],
    properties: {
      ...scheduleProperties,
      RuleName: strict(string, 'Accepted, but without effect; `Name` names the rule.'),
    },
    attach(cx) {
      if (!isNothing(cx.props.RuleName)) cx.report(IgnoredName(), cx.at('RuleName'));
      attachRuleToFunction(cx);
    },
  }),
  defineEvent({
    type: 'Schedule',
    hosts: ['stateMachine'],
    properties: {
      ...scheduleProperties,
      Target: literal(targetShape, 'The `Id` of the target, in place of a generated one.'),
      RoleArn: literal(string, 'The role that starts the state machine; one is generated without it.'),
    },
    attach: attachRuleToStateMachine,
  }),
];
