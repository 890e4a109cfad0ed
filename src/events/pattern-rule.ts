import { defineEvent, type EventPlugin } from '../model/plugin.ts';
import { literal, map, strict, string } from '../schema/property.ts';
import { attachRuleToFunction, attachRuleToStateMachine, Enabled, ruleProperties, targetShape } from './rule.ts';

const patternProperties = {
  ...ruleProperties,
  EventBusName: strict(string, 'The event bus; the default one without it.', { to: 'EventBusName' }),
  RuleName: strict(string, 'The name of the rule.', { to: 'Name' }),
  Pattern: strict(map, 'Which events match.', { to: 'EventPattern' }),
  InputPath: strict(string, 'The part of the event that is sent.'),
  InputTransformer: strict(map, 'How the event is rewritten before it is sent.'),
} as const;

const targetDoc = 'The `Id` of the target, in place of a generated one.';

/** An event type that matches events on a bus by a pattern, for both kinds of hosts. */
export const patternRule = (type: string): readonly EventPlugin[] => [
  defineEvent({
    type,
    hosts: ['function'],
    properties: { ...patternProperties, Enabled, Target: strict(targetShape, targetDoc) },
    attach: attachRuleToFunction,
  }),
  defineEvent({
    type,
    hosts: ['stateMachine'],
    properties: { ...patternProperties, Target: literal(targetShape, targetDoc) },
    attach: attachRuleToStateMachine,
  }),
];
