import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Method, Step } from '../build/steps.ts';
import type { FileReader } from '../files/reader.ts';
import { whenStopped } from '../files/stopped.ts';
import type { Builder } from './builder.ts';
import { cachedFolder, cacheFolder } from './cache.ts';
import { dotnet, go, java, rust } from './compilers.ts';
import { esbuild } from './esbuild.ts';
import { makefile } from './makefile.ts';
import { nodejs } from './nodejs.ts';
import { python } from './python.ts';
import { StepFailed } from './run.ts';

const builders: Readonly<Record<Method, Builder>> = { esbuild, makefile, nodejs, python, go, rust, dotnet, java };

/** What came of a step: the folder that is packaged, or why it could not be made. */
export type StepResult = { readonly folder: string } | { readonly failed: string; readonly output: string };

/** Told what happens to the steps. */
export interface StepListener {
  readonly done: (step: Step, result: StepResult) => void;
  readonly warn: (step: Step, text: string) => void;
}

/** The built code of some steps, in folders that are there until `remove` is called. */
export interface BuiltCode {
  readonly results: ReadonlyMap<Step, StepResult>;
  remove(): void;
}

/**
 * Builds code, as many steps at once as there are processors.
 * @param folder the folder of the template
 */
export const runSteps = async (
  steps: readonly Step[],
  folder: string,
  reader: FileReader,
  listener: StepListener,
): Promise<BuiltCode> => {
  const scratch = mkdtempSync(join(tmpdir(), 'synth-build-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  const isDone = whenStopped(remove);
  const results = new Map<Step, StepResult>();
  const waiting = [...steps.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, step] = next;
      const result = await runStep(step, folder, reader, join(scratch, String(at)), listener);
      results.set(step, result);
      listener.done(step, result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(steps.length, availableParallelism()) }, work));
  return {
    results,
    remove: () => {
      isDone();
      remove();
    },
  };
};

const runStep = async (
  step: Step,
  folder: string,
  reader: FileReader,
  place: string,
  { warn }: StepListener,
): Promise<StepResult> => {
  const [scratch, output] = [join(place, 'scratch'), join(place, 'output')];
  for (const each of [scratch, output]) mkdirSync(each, { recursive: true });
  const cache = cacheFolder();
  try {
    await builders[step.method]({
      step,
      entries: reader.list(step.path)?.entries ?? [],
      source: resolve(folder, step.path),
      scratch,
      output,
      cached: (digest, make) => cachedFolder(cache, digest, make),
      warn: (text) => warn(step, text),
    });
    return { folder: output };
  } catch (error) {
    if (error instanceof StepFailed) return { failed: error.message, output: error.output };
    const { code } = error as { code?: unknown };
    if (typeof code === 'string') return { failed: error instanceof Error ? error.message : code, output: '' };
    throw error;
  }
};
