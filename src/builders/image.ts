import { join } from 'node:path';
import type { PlannedFile } from '../build/plan.ts';
import { run, StepFailed } from './run.ts';

/** What came of building an image: it was, or no tool for it is installed, or it failed. */
export type ImageResult =
  | { readonly tag: string }
  | { readonly missing: string }
  | { readonly failed: string; readonly output: string };

/** Builds images with Docker, Finch or what CDK_DOCKER names, to find out whether they can be built; the deployment builds them again. */
export const buildImage = async ({ name, from, image }: PlannedFile, folder: string): Promise<ImageResult> => {
  const tools = process.env['CDK_DOCKER'] ? [process.env['CDK_DOCKER']] : ['docker', 'finch'];
  const tool = await firstThatRuns(tools, folder);
  if (tool === undefined) return { missing: tools.join(' or ') };
  const { dockerfile, target, args, architecture } = image!;
  const context = join(folder, from);
  const tag = `synth:${name.slice(0, 12)}`;
  const options = [
    ['--tag', tag],
    ['--file', join(context, dockerfile)],
    ['--platform', architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64'],
    ...(target === undefined ? [] : [['--target', target]]),
    ...Object.entries(args).map(([key, value]) => ['--build-arg', `${key}=${value}`]),
  ];
  try {
    await run(tool, ['build', ...options.flat(), context], { cwd: folder });
    return { tag };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { failed: error.message, output: error.output };
  }
};

/** The first tool that is installed and reaches what it needs: Docker its daemon, Finch its machine. */
const firstThatRuns = async (tools: readonly string[], cwd: string): Promise<string | undefined> => {
  for (const tool of tools) {
    try {
      await run(tool, ['info'], { cwd });
      return tool;
    } catch {
      // The next one may.
    }
  }
  return undefined;
};
