import { message } from '../model/problem.ts';

/** True for what CloudFormation takes as a logical id. */
export const isLogicalId = (id: string): boolean => /^[A-Za-z0-9]+$/.test(id);

export const BadLogicalId = message(
  'invalid-logical-id',
  'error',
  (id: string) => `The logical id '${id}' may only have letters and digits.`,
);
export const BadGeneratedId = message(
  'invalid-logical-id',
  'error',
  (id: string, type: string) =>
    `Expanding this makes a resource '${id}' (${type}), but a logical id may only have letters and digits.`,
);
export const BadEventId = message(
  'invalid-event-id',
  'error',
  (id: string) => `The event's name '${id}' may only have letters and digits: it becomes part of logical ids.`,
);
