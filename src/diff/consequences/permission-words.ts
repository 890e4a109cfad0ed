import type { Row } from '../permissions/rows.ts';
import { enumerated } from '../words/nouns.ts';

/** Policies of AWS that allow everything, or everything about who may do what. */
const administrators = /^managed policy (?:.*\/)?(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

/** Whether a row allows everything, or all of a service, on all resources. */
export const isEverything = ({ effect, kind, action, resource, condition }: Row): boolean =>
  effect === 'Allow' &&
  (kind === 'except'
    ? administrators.test(action)
    : resource === '*' && condition === '' && (action === '*' || /^[\w-]+:\*$/.test(action)));

/** Whether a row is about a principal: that has a consequence of its own. */
export const isOutside = ({ principal }: Row): boolean => principal !== '';

/** What rows allow, in words: `sqs:SendMessage on ${Orders.Arn}, if …`. */
export const rowTexts = (rows: readonly Row[]): string => {
  const actions = new Map<string, string[]>();
  for (const row of rows) {
    const denied = row.effect === 'Deny' ? 'what was denied: ' : '';
    const on = row.resource === '' ? '' : ` on ${row.resource === '*' ? 'all resources' : row.resource}`;
    const when = row.condition === '' ? '' : ` if ${row.condition}`;
    const key = `${on}${when}`;
    actions.set(key, [...(actions.get(key) ?? []), `${denied}${row.action === '*' ? 'everything' : row.action}`]);
  }
  return enumerated(
    [...actions].map(([rest, names]) => `${enumerated([...new Set(names)])}${rest}`),
    4,
  );
};
