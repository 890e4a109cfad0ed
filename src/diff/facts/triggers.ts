import { callsOf } from '../../lint/facts/access/calls.ts';
import { invokedFunction } from '../../lint/facts/functions/invoked-function.ts';
import type { Cause } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/rule.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { isSwitchedOff } from './switched-off.ts';

/** What starts a function or a state machine, or sends to a queue: a queue that is read, a rule, a subscription … */
export interface Trigger {
  /** The function, state machine or queue. */
  readonly target: ResourceNode;
  /** The queue, topic, bucket …; undefined where it is not in the template. */
  readonly source: ResourceNode | undefined;
  /** The source as the template calls it, where it is not in the template. */
  readonly text: string;
  /** The resource that makes the connection; the source itself where nothing stands between. */
  readonly owner: ResourceNode;
  /** `a subscription`, `an event source mapping` */
  readonly what: string;
  readonly isOff: boolean;
  readonly at: Cause | undefined;
}

const targets: ReadonlySet<string> = new Set([
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
]);

/** Routes, authorizers and states have consequences of their own, and what failed is not a trigger. */
const others: ReadonlySet<string> = new Set(['apigateway', 'states']);

/** Everything that starts functions and state machines, or sends to queues, by itself. */
export const triggersOf = (side: Side): Trigger[] => {
  const view = side.facts();
  const calls = callsOf(view).flatMap(({ sender: { service, source, owner }, target, what, at }): Trigger[] => {
    if (!target || !targets.has(target.type) || others.has(service) || /dead-letter|failed|authorizer/.test(what))
      return [];
    return [{ target, source, text: '', owner, what, isOff: isOff(owner, side), at }];
  });
  const reads = view.resources('AWS::Lambda::EventSourceMapping').flatMap((owner): Trigger[] => {
    const target = invokedFunction(owner.get('FunctionName'), view);
    if (!target) return [];
    const arn = owner.get('EventSourceArn');
    const named = view.target(arn);
    const source = named?.type === 'AWS::Kinesis::StreamConsumer' ? view.target(named.get('StreamARN')) : named;
    const text = arn === undefined ? '' : symbolic(side.meaning.value(arn) ?? '');
    return [{ target, source, text, owner, what: 'an event source mapping', isOff: isOff(owner, side), at: owner.at }];
  });
  return [...calls, ...reads];
};

const isOff = (owner: ResourceNode, { meaning, resources }: Side): boolean => {
  const resource = resources.get(owner.id);
  return isSwitchedOff(resource && meaning.properties(resource.body));
};
