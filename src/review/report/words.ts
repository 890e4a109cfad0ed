import { isEverything } from '../../diff/consequences/permission-words.ts';
import type { Row } from '../../diff/permissions/rows.ts';
import { grouped } from '../../diff/report/permissions.ts';
import { brief } from '../../diff/words/brief.ts';
import { enumerated } from '../../diff/words/nouns.ts';
import type { CallLine } from '../calls.ts';
import type { Actor, RouteLine } from '../index.ts';

/** How a permission is called in a report. */
export const permittedText = ({ permitted, way, by }: CallLine): string => {
  if (permitted === 'yes')
    return `permitted${
      by.length > 0
        ? ` by ${enumerated(
            by.map((each) => `'${each}'`),
            2,
          )}`
        : ''
    }`;
  if (permitted === 'no') return `permission missing (${ways[way]})`;
  return 'not known';
};

const ways: Readonly<Record<CallLine['way'], string>> = {
  function: 'the function does not let it in',
  queue: "the queue's policy does not let it in",
  topic: "the topic's policy does not let it in",
  role: 'its role does not allow it',
  reader: 'the role of the reader does not allow it',
  rollout: "CodeDeploy's role does not allow it",
  'dead letters': 'the dead-letter queue does not take its messages',
};

/** What a caller of a route needs. */
export const accessText = ({ access, authorizers, scopes, needsKey }: RouteLine): string => {
  const key = needsKey && access === 'authorized' ? ' and an API key' : '';
  if (access === 'open') return 'open to anyone';
  if (access === 'closed') return 'no authorization, but the API is not public';
  if (access === 'policy') return 'no authorization, but the resource policy of the API decides';
  if (access === 'refused') return 'refused: the function does not permit calls through its URL';
  if (access === 'key') return 'an API key';
  if (access === 'unknown') return 'not known';
  const names = enumerated(authorizers.length > 0 ? authorizers.map((each) => `'${each}'`) : ['authorization']);
  return `${names}${scopes.length > 0 ? ` with ${enumerated([...scopes], 3)}` : ''}${key}`;
};

/** Who acts with a role: `Fn (FnRole)`. */
export const actorText = ({ users, role }: Actor): string =>
  users.length === 0 ? role : `${enumerated([...users])} (${role})`;

/** What rows allow, one line each; those that allow everything come first and are marked. */
export const rowLines = (rows: readonly Row[]): { readonly text: string; readonly isEverything: boolean }[] =>
  grouped(rows)
    .map(({ row, actions }) => {
      const parts = [
        row.when === '' ? '' : 'perhaps',
        row.effect === 'Deny' ? 'Deny' : '',
        row.principal === '' ? '' : `${brief(row.principal.replace(/^\w+:/, ''))}:`,
        enumerated(
          actions.map((each) => (each === '*' ? 'everything' : each)),
          8,
        ),
        row.resource === '' ? '' : `on ${row.resource === '*' ? 'all resources' : brief(row.resource)}`,
        row.condition === '' ? '' : `if ${brief(row.condition)}`,
      ];
      return {
        text: parts.filter(Boolean).join(' '),
        isEverything: isEverything({
          ...row,
          action: actions.find((each) => isEverything({ ...row, action: each })) ?? row.action,
        }),
      };
    })
    .sort((left, right) => Number(right.isEverything) - Number(left.isEverything));
