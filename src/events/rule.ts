import { getAtt } from '../model/intrinsics.ts';
import { carry, entryOf, place } from '../model/origin.ts';
import type { AnyEventContext, EventHost } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isNothing, isTruthy, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { boolean, loose, map, object, strict, string } from '../schema/property.ts';
import { deadLetterConfigShape, deadLetterQueue } from './dead-letter-queue.ts';
import { permitInvocation } from './permission.ts';
import { permitSending } from './queue-policy.ts';
import { startExecutionRole } from './service-role.ts';

const StateAndEnabled = message(
  'exclusive-properties',
  'error',
  () => "'State' and 'Enabled' are the same setting; keep one of them.",
);

/** The service that runs rules. */
const eventBridge = 'events.amazonaws.com';

/** The properties of every event that becomes an `AWS::Events::Rule`. */
export const ruleProperties = {
  Input: strict(string, 'The text that is sent in place of the event.'),
  State: strict(string, 'ENABLED or DISABLED.'),
  DeadLetterConfig: strict(
    deadLetterConfigShape,
    'Where events go that could not be delivered: `Arn`, or `Type: SQS` for a new queue.',
  ),
  RetryPolicy: strict(map, 'How often and how long delivery is tried.'),
} as const;

/** The shape of `Target`. */
export const targetShape = object({ Id: loose(string, 'The id of the target.', { required: true }) });

/** An older way to say the state of a rule. */
export const Enabled = strict(boolean, 'Whether the rule is on; the same as `State`.', { early: true });

/** EventBridge refuses longer ids of targets. */
const longestTargetId = 64;
const targetSuffix: Readonly<Record<EventHost['kind'], string>> = {
  function: 'LambdaTarget',
  stateMachine: 'StepFunctionsTarget',
};

/** Makes the rule that sends events to the function, and lets it invoke the function. */
export const attachRuleToFunction = (cx: AnyEventContext): void => {
  emitRule(cx, undefined);
  permitInvocation(cx, eventBridge, { SourceArn: getAtt(cx.id, 'Arn') });
};

/** Makes the rule that starts the state machine, and the role for it unless the event names one. */
export const attachRuleToStateMachine = (cx: AnyEventContext): void => {
  const own = get(cx.properties, 'RoleArn');
  emitRule(cx, isNothing(own) ? startExecutionRole(cx, eventBridge, 'RoleArn') : own);
};

const emitRule = (cx: AnyEventContext, roleArn: Json | undefined): void => {
  const properties = cx.passed();
  setState(cx, properties);
  properties['Targets'] = [target(cx, roleArn)];
  cx.emit({ id: cx.id, type: 'AWS::Events::Rule', properties, attributes: cx.host.inherited, cause: cx.cause });
};

const setState = (cx: AnyEventContext, rule: JsonMap): void => {
  const [state, enabled] = [get(cx.properties, 'State'), get(cx.properties, 'Enabled')];
  if (isTruthy(state)) {
    if (!isNothing(enabled)) cx.report(StateAndEnabled(), cx.at('Enabled'));
    carry(cx.properties, 'State', rule);
  } else if (!isNothing(enabled)) {
    rule['State'] = isTruthy(enabled) ? 'ENABLED' : 'DISABLED';
    place(rule, 'State', entryOf(cx.properties, 'Enabled'));
  }
};

const target = (cx: AnyEventContext, roleArn: Json | undefined): JsonMap => {
  const { host, properties } = cx;
  const entry = newMap();
  entry['Arn'] = host.arn;
  entry['Id'] = targetId(cx.id, targetSuffix[host.kind]);
  const given = get(properties, 'Target');
  if (isMap(given)) carry(given, 'Id', entry);
  if (roleArn !== undefined) {
    entry['RoleArn'] = roleArn;
    place(entry, 'RoleArn', entryOf(properties, 'RoleArn'));
  }
  for (const name of ['Input', 'InputPath', 'RetryPolicy', 'InputTransformer']) carry(properties, name, entry);
  const queue = deadLetterQueue(cx);
  if (queue === undefined) return entry;
  entry['DeadLetterConfig'] = queue.config;
  if (queue.madeUrl !== undefined) {
    permitSending(cx, {
      id: `${cx.id}QueuePolicy`,
      queueArn: queue.arn,
      queueUrl: queue.madeUrl,
      principal: { Service: eventBridge },
      sourceArn: getAtt(cx.id, 'Arn'),
      cause: cx.at('DeadLetterConfig'),
    });
  }
  return entry;
};

const targetId = (id: string, suffix: string): string => id.slice(0, longestTargetId - suffix.length) + suffix;
