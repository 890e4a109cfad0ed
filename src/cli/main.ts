import { printableLines } from '../report/printable.ts';
import { imports, useImporter } from './import-module.ts';
import { run } from './program/index.ts';
import { writeError } from './streams.ts';
import { exitCode } from './usage.ts';

/**
 * The process: arguments in, exit code out; `importer` loads the modules that a user names. An unexpected error is reported
 * with its stack, for a report.
 */
export const main = async (importer?: (url: string) => Promise<unknown>): Promise<void> => {
  if (importer) useImporter(importer);
  // A module that waits for what never comes ends the process here, with nothing left to do.
  const giveUp = (): void => {
    process.off('exit', endedByModule);
    process.exitCode = exitCode.unusable;
    for (const url of imports.waiting) void writeError(`synth: The module '${url}' never finishes loading.\n`);
  };
  // A run that a module cuts short must not look like one without findings.
  const endedByModule = (): void => {
    if (imports.asked.size === 0) return;
    process.exitCode = exitCode.unusable;
    const modules = [...imports.asked].map((url) => `'${url}'`).join(', ');
    void writeError(`synth: A module ended the run before it was done: ${modules}.\n`);
  };
  process.once('beforeExit', giveUp);
  process.once('exit', endedByModule);
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const detail = error instanceof Error ? error.stack : String(error);
    await writeError(`synth: an error of synth itself, please report it.\n${printableLines(`${detail}`)}\n`);
    process.exitCode = exitCode.unusable;
  }
  process.off('beforeExit', giveUp);
  process.off('exit', endedByModule);
  // A module may have left something running that would keep the process alive.
  if (imports.asked.size > 0) process.exit();
};

export { run };
