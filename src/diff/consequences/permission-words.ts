import { addTo } from '../../lint/facts/templates/grouping.ts';
import type { Row } from '../permissions/rows.ts';
import { brief } from '../words/brief.ts';
import { called, capital, enumerated } from '../words/nouns.ts';

/** Policies of AWS that allow everything, or everything about who may do what. */
const administrators = /^managed policy (?:.*\/)?(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

/** With one of these on all resources, a role can give itself everything, or take any other role. */
const escalating: ReadonlySet<string> = new Set([
  'iam:addusertogroup',
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:attachuserpolicy',
  'iam:createaccesskey',
  'iam:createpolicyversion',
  'iam:passrole',
  'iam:putgrouppolicy',
  'iam:putrolepolicy',
  'iam:putuserpolicy',
  'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy',
  'sts:assumerole',
]);

const isBroad = (action: string): boolean =>
  action === '*' || /^[\w-]+:\*$/.test(action) || escalating.has(action.toLowerCase());

/** Whether a row allows everything, all of a service, or what leads to that, on all resources. */
export const isEverything = ({ effect, kind, action, resource, condition }: Row): boolean =>
  effect === 'Allow' &&
  (kind === 'except' ? administrators.test(action) : resource === '*' && condition === '' && isBroad(action));

/** Whether a row is about a principal: that has a consequence of its own. */
export const isOutside = ({ principal }: Row): boolean => principal !== '';

/** `perhaps ` where it depends on conditions whether any of the rows counts. */
export const perhapsOf = (rows: readonly Row[]): string => (rows.every(({ when }) => when !== '') ? 'perhaps ' : '');

/** Where rows that are allowed, and rows that are denied, stand. */
export const placesOf = (rows: readonly Row[]) => ({
  allowed: rows.find(({ effect, at }) => effect !== 'Deny' && at)?.at,
  denied: rows.find(({ effect, at }) => effect === 'Deny' && at)?.at,
});

/** Where a row is caused: at its principal where that is new, at its action otherwise. */
export const causeOf = ({ principal, principalAt, at }: Row, known: ReadonlySet<string>): Row['at'] =>
  known.has(principal) ? at : (principalAt ?? at);

/** What rows allow, in words: `sqs:SendMessage on ${Orders.Arn}, if …`. */
export const rowTexts = (rows: readonly Row[]): string => {
  const actions = new Map<string, string[]>();
  const mixed = perhapsOf(rows) === '';
  for (const row of rows) {
    const denied = row.effect === 'Deny' ? 'what was denied: ' : '';
    const on = row.resource === '' ? '' : ` on ${row.resource === '*' ? 'all resources' : brief(row.resource)}`;
    const when = row.condition === '' ? '' : ` if ${brief(row.condition)}`;
    const perhaps = mixed && row.when !== '' ? ' (perhaps)' : '';
    const key = `${on}${when}${perhaps}`;
    addTo(actions, key, `${denied}${row.action === '*' ? 'everything' : row.action}`);
  }
  return enumerated(
    [...actions].map(([rest, names]) => `${enumerated([...new Set(names)])}${rest}`),
    4,
  );
};

/** The consequence of denials in the policy of a resource, or in the trust policy of a role, that are gone. */
export const noLongerDenied = (type: string, id: string, rows: readonly Row[]) => ({
  text: `${capital(called(type, id))} ${perhapsOf(rows)}no longer denies what its policy denied before: ${denialTexts(rows)}.`,
  kinds: ['widened'] as const,
  resource: id,
  at: undefined,
  wasAt: placesOf(rows).denied,
});

const denialTexts = (rows: readonly Row[]): string => {
  const texts = rows.map(
    ({ action, principal, condition }) =>
      `${action === '*' ? 'everything' : action}${principal === '' ? '' : ` to ${principal === 'AWS:*' ? 'anyone' : principal.slice(principal.indexOf(':') + 1)}`}${condition === '' ? '' : ` if ${condition}`}`,
  );
  return enumerated([...new Set(texts)], 4);
};
