import { BuildFailed, type Step } from '../../build/steps.ts';
import type { BuiltCode, StepListener } from '../../builders/index.ts';
import type { NamedFile } from '../../model/artifact.ts';
import type { Finding } from '../../model/problem.ts';
import { printable } from '../../report/printable.ts';
import { writeError } from '../streams.ts';
import { tellOutput } from './output.ts';

/** Tells on stderr what was built. */
export const stepListener: StepListener = {
  done: (step, result) => {
    if ('folder' in result)
      void writeError(`built ${printable(step.path)} (${step.method}) for ${printable(namesOf(step))}\n`);
    else void tellOutput(result.output);
  },
  warn: (step, text) => void writeError(`${printable(`${step.path}: ${text}`)}\n`),
};

const namesOf = ({ users }: Step): string => users.map(({ logicalId }) => logicalId).join(', ');

/** The steps that failed, at the code that they are for. */
export const failuresOf = ({ results }: BuiltCode): Finding[] =>
  [...results].flatMap(([{ path, method, users }, result]) =>
    'failed' in result
      ? users.map(({ at, logicalId }) => ({ ...BuildFailed(path, method, result.failed), span: at, logicalId }))
      : [],
  );

/** Finds what was built for a property. */
export const builtCodeOf = ({ results }: BuiltCode): ((named: NamedFile) => string | undefined) => {
  const folders = new Map<string, string>();
  for (const [{ users }, result] of results) {
    if ('folder' in result) for (const user of users) folders.set(keyOf(user), result.folder);
  }
  return (named) => folders.get(keyOf(named));
};

const keyOf = ({ template, logicalId, property }: NamedFile): string => JSON.stringify([template, logicalId, property]);
