import { createTwoFilesPatch } from 'diff';
import { applyEdits } from '../lint/fix.ts';
import type { Problem } from '../model/problem.ts';
import { offsetOf } from '../report/position.ts';

/** The text of a file with the fixes of its problems made. */
export const fixText = (file: string, text: string, problems: readonly Problem[]): string => {
  const source = { file, text };
  const edits = problems.flatMap(({ fix }) =>
    fix === undefined || (fix.file !== undefined && fix.file !== file)
      ? []
      : [
          {
            at: { start: offsetOf(source, fix.line, fix.column), end: offsetOf(source, fix.endLine, fix.endColumn) },
            text: fix.text,
          },
        ],
  );
  return applyEdits(text, edits);
};

/** The change of a file as a unified diff. */
export const diffOf = (file: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after);
