import { printable } from '../../report/printable.ts';
import { writeError } from '../streams.ts';

/** Shows what a tool said, indented. */
export const tellOutput = async (output: string): Promise<void> => {
  if (output === '') return;
  await writeError(
    output
      .split('\n')
      .map((line) => `  ${printable(line)}\n`)
      .join(''),
  );
};
