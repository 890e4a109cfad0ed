import { useImporter } from './import-module.ts';
import { run } from './program.ts';
import { writeError } from './streams.ts';

/** The process: arguments in, exit code out; `importer` loads the modules that a user names. What nobody foresaw is told with its stack, for a report. */
export const main = async (importer?: (url: string) => Promise<unknown>): Promise<void> => {
  if (importer) useImporter(importer);
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const detail = error instanceof Error ? error.stack : String(error);
    await writeError(`synth: an error of synth itself, please report it.\n${detail}\n`);
    process.exitCode = 2;
  }
};

export { run };
