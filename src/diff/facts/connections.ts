import { type KeyUse, readKeys, sendKeys } from '../../lint/facts/access/encryption.ts';
import { type Call, callsOf, type Grants, permissionOf } from '../../lint/facts/access/index.ts';
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
      {
        verb: 'call',
        from: source ?? owner,
        to,
        owner,
        what,
        detail,
        at,
        permission: () => permissionOfCall(call, view),
      },
    ];
  }),
  ...readsOf(view).map(
    (read): Connection => ({
      verb: 'read',
      from: read.reader,
      to: read.source,
      owner: read.owner,
      what: read.what,
      detail: '',
      at: read.at,
      permission: () => withKeys(read.permission, () => readKeys(read, view)),
    }),
  ),
];

const permissionOfCall = (call: Call, view: TemplateView): Grants => {
  const permission = permissionOf(call, view);
  return withKeys(permission, () => sendKeys(call, permission.way, view));
};

/** What is permitted, as far as the keys that the called or read is encrypted with let in, too. */
const withKeys = (grants: Grants, keysOf: () => readonly KeyUse[]): Grants => {
  if (grants.answer === 'no') return grants;
  const keys = keysOf();
  if (keys.some(({ answer }) => answer === 'no')) return { answer: 'no', by: [] };
  return { ...grants, by: [...grants.by, ...keys.flatMap(({ key }) => key ?? [])] };
};
