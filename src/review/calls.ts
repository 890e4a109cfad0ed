import type { Side } from '../diff/side.ts';
import { symbolic } from '../diff/words/shown.ts';
import { type Answer, allOf } from '../lint/facts/access/answer.ts';
import { callsOf, permissionOf, type Way } from '../lint/facts/access/index.ts';
import { roleReaches } from '../lint/facts/access/reaches.ts';
import { readsOf } from '../lint/facts/access/reads.ts';
import { roleTrusts } from '../lint/facts/access/role.ts';
import type { Grants } from '../lint/facts/access/sender.ts';
import { rolloutRole, usesRoleOfSam, wrongHookName } from '../lint/facts/functions/hook-access.ts';
import { type Hook, rolloutHooks } from '../lint/facts/functions/rollouts.ts';
import { itemsOf } from '../lint/facts/templates/choices.ts';
import type { Cause } from '../model/origin.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { get, type Json } from '../model/tree.ts';

/** One call that the template makes AWS make. */
export interface CallLine {
  readonly from: string;
  /** The id of what is called, with the alias or version of a function; a name where it is not in the template. */
  readonly to: string;
  /** The id of what is called, where it is in the template. */
  readonly target: string | undefined;
  readonly what: string;
  /** `failure` where it only carries what failed. */
  readonly kind: 'call' | 'failure';
  readonly permitted: Answer;
  /** What must permit it: besides the ways of services, the role of who reads, or that of CodeDeploy. */
  readonly way: Way | 'reader' | 'rollout' | 'dead letters';
  /** The permissions, policies and roles that grant it. */
  readonly by: readonly string[];
  readonly at: Cause | undefined;
}

/** All calls of a template, in the order of their kinds: what the tables, the answers and the picture are made of. */
export const callLines = (side: Side): readonly CallLine[] => {
  const view = side.facts();
  return [...serviceCalls(side), ...readCalls(view), ...hookCalls(view), ...deadLetters(view)];
};

const serviceCalls = (side: Side): CallLine[] => {
  const view = side.facts();
  return callsOf(view).map((call) => {
    const { answer, way, by } = permissionOf(call, view);
    const { sender, target, called, to, what, at } = call;
    const qualifier = called?.qualifier ? `:${called.qualifier}` : '';
    return {
      from: (sender.source ?? sender.owner).id,
      to: target ? `${target.id}${qualifier}` : symbolic(side.meaning.value(to) ?? ''),
      target: target?.id,
      what,
      kind: /dead-letter|failed|error action/.test(what) ? 'failure' : 'call',
      permitted: answer,
      way,
      by: idsOf(by),
      at,
    };
  });
};

const idsOf = (nodes: readonly ResourceNode[]): string[] => [...new Set(nodes.map(({ id }) => id))];

/** Queues, streams and brokers that functions and pipes read. */
const readCalls = (view: TemplateView): CallLine[] =>
  readsOf(view).map(({ source, reader, what, at, permission }) => ({
    from: source.id,
    to: reader.id,
    target: reader.id,
    what,
    kind: 'call',
    permitted: permission.answer,
    way: 'reader',
    by: idsOf(permission.by),
    at,
  }));

/** The functions that CodeDeploy runs before and after it moves the traffic of a function. */
const hookCalls = (view: TemplateView): CallLine[] =>
  rolloutHooks(view).map((hook) => {
    const { answer, by } = hookGrants(hook, view);
    return {
      from: hook.rollout.target.id,
      to: hook.fn.id,
      target: hook.fn.id,
      what: hook.name.startsWith('Before') ? 'the hook before traffic moves' : 'the hook after traffic moved',
      kind: 'call',
      permitted: answer,
      way: 'rollout',
      by: idsOf(by),
      at: hook.at,
    };
  });

const hookGrants = (hook: Hook, view: TemplateView): Grants => {
  const role = rolloutRole(hook.rollout, view);
  if (role?.type !== 'AWS::IAM::Role') return { answer: 'unknown', by: [] };
  if (usesRoleOfSam(hook, view))
    return wrongHookName(hook.fn, view) === undefined ? { answer: 'yes', by: [role] } : { answer: 'no', by: [] };
  const { answer, by } = roleReaches(role, ['lambda:InvokeFunction'], hook.fn, view);
  return { answer: allOf([roleTrusts(role, 'codedeploy', view), answer]), by };
};

/** Queues whose messages go to another one when they were received too often. */
const deadLetters = (view: TemplateView): CallLine[] =>
  view.resources('AWS::SQS::Queue').flatMap((queue) =>
    queue.all('RedrivePolicy', 'deadLetterTargetArn').flatMap(({ value, at }) => {
      const target = view.target(value);
      if (!target) return [];
      return [
        {
          from: queue.id,
          to: target.id,
          target: target.id,
          what: 'its dead-letter queue',
          kind: 'failure',
          permitted: takesDeadLetters(target, queue, view),
          way: 'dead letters',
          by: [],
          at,
        } as const,
      ];
    }),
  );

/** A queue takes the dead letters of all others, unless it says of which. */
const takesDeadLetters = (target: ResourceNode, queue: ResourceNode, view: TemplateView): Answer => {
  if (target.lacks('RedriveAllowPolicy')) return 'yes';
  const policy = target.get('RedriveAllowPolicy') ?? null;
  const permission = view.resolve(get(policy, 'redrivePermission'));
  if (permission === 'allowAll') return 'yes';
  if (permission === 'denyAll') return 'no';
  const sources: Json = get(policy, 'sourceQueueArns') ?? [];
  const named = itemsOf({ value: sources, at: undefined }).map(({ value }) => view.target(value));
  if (named.includes(queue)) return 'yes';
  return permission === 'byQueue' && named.every((each) => each !== undefined) ? 'no' : 'unknown';
};
