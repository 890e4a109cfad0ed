import { message } from '../model/problem.ts';

export const BadLogicalId = message(
  'invalid-logical-id',
  'error',
  (id: string) => `The logical ID '${id}' may only have letters and digits.`,
);
export const BadGeneratedId = message(
  'invalid-logical-id',
  'error',
  (id: string, type: string) =>
    `This expands to a resource '${id}' (${type}), but a logical ID may only have letters and digits.`,
);
export const BadEventId = message(
  'invalid-event-id',
  'error',
  (id: string) => `The event's name '${id}' may only have letters and digits: it becomes part of logical IDs.`,
);
