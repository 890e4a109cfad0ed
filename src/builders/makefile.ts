import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { get, isString } from '../model/tree.ts';
import type { Builder } from './builder.ts';
import { copyEntries } from './copy.ts';
import { run, StepFailed } from './run.ts';

/** Runs `make build-<logical id>` in a copy of the code; the rule puts what is packaged into `$(ARTIFACTS_DIR)`. */
export const makefile: Builder = async ({ step, entries, source, scratch, output }) => {
  if (!existsSync(join(source, 'Makefile'))) throw new StepFailed("there is no 'Makefile' in the folder of the code");
  copyEntries(entries, scratch);
  const within = get(step.properties, 'WorkingDirectory');
  await run('make', [`build-${step.logicalId}`], {
    cwd: isString(within) ? join(scratch, within) : scratch,
    env: { ARTIFACTS_DIR: output },
  });
  if (!existsSync(output)) throw new StepFailed("its rule removed the folder '$(ARTIFACTS_DIR)'");
};
