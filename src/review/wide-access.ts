import type { Side } from '../diff/side.ts';
import { arnPattern } from '../lint/facts/access/arn.ts';
import { mayCall } from '../lint/facts/access/index.ts';
import { ownRoles } from '../lint/facts/access/own-roles.ts';
import { sendActions } from '../lint/facts/access/send-actions.ts';
import { type Grant, permissionsOf } from '../lint/facts/policies/role-permissions.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import type { GraphEdge } from './graph.ts';
import { type Kind, kindOf } from './kinds.ts';
import { servicesOf, usesBy } from './uses.ts';

/** What code uses, sends to or calls. What is received from a queue is an event already. */
const used: ReadonlySet<Kind> = new Set<Kind>(['store', 'queue', 'topic', 'function', 'machine']);

/**
 * What code may certainly do with resources that the policies of its role do not name: by wildcards, by written ARNs and by
 * policies of AWS.
 */
export function* wideEdges(side: Side): Generator<GraphEdge> {
  const view = side.facts();
  for (const [type, property] of ownRoles) {
    for (const node of view.resources(type)) {
      const role = view.target(node.get(property));
      const grants = role ? permissionsOf(role, view).grants.filter((grant) => isWide(grant, view)) : [];
      if (grants.length === 0) continue;
      for (const target of view.resources()) {
        if (target.id === node.id || !isUsed(target)) continue;
        const services = servicesOf(target);
        if (!grants.some((grant) => concerns(grant, services))) continue;
        for (const label of verbsOf(node, target, view))
          yield { from: node.id, to: target.id, kind: 'data', labels: [label], permitted: true };
      }
    }
  }
}

const isUsed = ({ type }: ResourceNode): boolean => {
  const kind = kindOf(type);
  return kind !== undefined && used.has(kind);
};

/** Whether a statement allows something on what it does not name. */
const isWide = ({ owner, resources }: Grant, view: TemplateView): boolean =>
  owner === undefined ||
  resources.length === 0 ||
  resources.some(({ value }) => arnPattern(value, view).names.size === 0);

/** Whether a statement may allow an action of some services. */
const concerns = ({ actions, except }: Grant, services: ReadonlySet<string>): boolean =>
  except ||
  actions.some(({ value }) => {
    const service = value.split(':')[0]!;
    return /[*?]/.test(service) || services.has(service);
  });

function* verbsOf(from: ResourceNode, to: ResourceNode, view: TemplateView): Generator<string> {
  const kind = kindOf(to.type);
  if (kind !== 'queue') for (const { verb, answer } of usesBy(from, to, view)) if (answer === 'yes') yield verb;
  if (sendActions(to.type).length > 0 && mayCall(from, to, view).answer === 'yes')
    yield kind === 'function' || kind === 'machine' ? 'calls' : 'sends to';
}
