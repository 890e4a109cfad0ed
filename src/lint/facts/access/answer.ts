/** Whether something holds, as far as the template shows it. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Whether at least one of several things holds. */
export const anyOf = (answers: Iterable<Answer>): Answer => {
  let found: Answer = 'no';
  for (const answer of answers) {
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') found = 'unknown';
  }
  return found;
};

/** Whether all of several things hold. */
export const allOf = (answers: Iterable<Answer>): Answer => {
  let found: Answer = 'yes';
  for (const answer of answers) {
    if (answer === 'no') return 'no';
    if (answer === 'unknown') found = 'unknown';
  }
  return found;
};

/** Whether something does not hold. */
export const not = (answer: Answer): Answer => (answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes');
