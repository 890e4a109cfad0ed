import { createTwoFilesPatch } from 'diff';

export { fix } from '../lint/fix.ts';

/** The change of a file as a unified diff. */
export const diffOf = (file: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after);
