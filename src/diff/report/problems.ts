import type { Problem } from '../../model/problem.ts';
import { toPlace } from '../../report/position.ts';
import type { Judged } from '../accept.ts';
import type { TemplateDiff } from './summary.ts';

/** Consequences as problems, which the reports of the linter know how to show. */
export const toProblems = ({ consequences, change: { before, after } }: TemplateDiff, accepted = false): Problem[] =>
  consequences
    .filter((each) => accepted || each.accepted === undefined)
    .map((each) => {
      const problem: Problem = { code: each.id, level: each.level, message: messageOf(each), logicalId: each.resource };
      const place = each.at ? toPlace(each.at, after.file) : each.wasAt ? toPlace(each.wasAt, before.file) : undefined;
      if (place) Object.assign(problem, place);
      else if (after.file !== undefined) problem.file = after.file;
      return problem;
    });

const messageOf = ({ text, cure }: Judged): string => (cure === undefined ? text : `${text} ${cure}`);
