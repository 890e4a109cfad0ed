import { createTwoFilesPatch } from 'diff';
import { applyEdits } from '../lint/fix.ts';
import type { Problem } from '../model/problem.ts';
import { offsetOf } from '../report/position.ts';

/** The text of a file with the safe fixes of its problems made, or all of them. */
export const fixText = (file: string, text: string, problems: readonly Problem[], unsafe: boolean): string => {
  const source = { file, text };
  const edits = problems
    .flatMap(({ fix }) => (fix && (unsafe || fix.safety === 'safe') ? fix.edits : []))
    .filter((edit) => edit.file === undefined || edit.file === file)
    .map((edit) => ({
      at: { start: offsetOf(source, edit.line, edit.column), end: offsetOf(source, edit.endLine, edit.endColumn) },
      text: edit.text,
    }));
  return applyEdits(text, edits);
};

/** The change of a file as a unified diff. */
export const diffOf = (file: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after);
