import type { PlannedFile } from '../../build/plan.ts';
import { BuildFailed } from '../../build/steps.ts';
import { buildImage } from '../../builders/image.ts';
import type { Finding } from '../../model/problem.ts';
import { writeError } from '../streams.ts';
import { tellOutput } from './output.ts';

/** Tries to build the images of a plan; reports those that nothing here can build. */
export const imageProblems = async (files: readonly PlannedFile[], folder: string): Promise<Finding[]> => {
  const problems: Finding[] = [];
  for (const file of files.filter(({ made }) => made === 'image')) {
    const result = await buildImage(file, folder);
    if ('tag' in result) await writeError(`built the image of ${file.path} as ${result.tag}\n`);
    else if ('missing' in result) {
      await writeError(
        `The image of ${file.path} was not built, for there is no ${result.missing} that runs here; the deployment needs one.\n`,
      );
    } else {
      await tellOutput(result.output);
      const { path, users } = file;
      for (const { at, logicalId } of users) {
        problems.push({ ...BuildFailed(path, 'image', result.failed), span: at, logicalId });
      }
    }
  }
  return problems;
};
