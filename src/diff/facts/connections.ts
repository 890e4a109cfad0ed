import { callsOf, type Grants, permissionOf } from '../../lint/facts/access/index.ts';
import { readsOf } from '../../lint/facts/access/reads.ts';
import type { Cause } from '../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../model/rule.ts';

/** Something that the template makes AWS do with a resource, and that must be permitted: a call, or reading a source. */
export interface Connection {
  readonly verb: 'call' | 'read';
  /** What calls or reads. */
  readonly from: ResourceNode;
  /** What is called or read. */
  readonly to: ResourceNode;
  /** The resource that makes the connection. */
  readonly owner: ResourceNode;
  /** `a rule`, `an event source mapping` */
  readonly what: string;
  /** What tells apart the connections between the same resources: of the routes of an API, each one. */
  readonly detail: string;
  readonly at: Cause | undefined;
  readonly permission: () => Grants;
}

/** All connections between resources of a template. */
export const connectionsOf = (view: TemplateView): Connection[] => [
  ...callsOf(view).flatMap((call): Connection[] => {
    const { sender, target: to, what, called, at } = call;
    if (!to) return [];
    const { owner, source, rest } = sender;
    const detail = [called?.qualifier, rest].join(' ');
    return [
      { verb: 'call', from: source ?? owner, to, owner, what, detail, at, permission: () => permissionOf(call, view) },
    ];
  }),
  ...readsOf(view).map(
    ({ source, reader, owner, what, at, permission }): Connection => ({
      verb: 'read',
      from: reader,
      to: source,
      owner,
      what,
      detail: '',
      at,
      permission: () => permission,
    }),
  ),
];
