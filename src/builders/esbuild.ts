import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { esbuildOptions } from '../build/esbuild-options.ts';
import type { Builder } from './builder.ts';
import { StepFailed } from './run.ts';

/** The part of esbuild's interface that is used. */
interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { path: string; contents: Uint8Array }[] }>;
}

const extensions = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'];

/** Bundles with the project's own esbuild, with the options that SAM has for it. */
export const esbuild: Builder = async ({ step, source, output }) => {
  const { properties, handler } = step;
  const tool = load(source);
  const { entryPoints: named, ...options } = esbuildOptions(properties);
  const isNamed = Array.isArray(named) && named.length > 0;
  try {
    const { outputFiles } = await tool.build({
      absWorkingDir: source,
      entryPoints: isNamed ? named : [entryOf(handler, source)],
      // As if it were written there, so that source maps do not name folders of this machine.
      outdir: source,
      write: false,
      // An entry that follows from the handler keeps the place that the handler says.
      ...(isNamed ? {} : { outbase: source }),
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      // As SAM has it where nothing is said.
      minify: true,
      target: 'es2020',
      format: 'cjs',
      ...options,
    });
    for (const { path, contents } of outputFiles) {
      const place = join(output, relative(source, path));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, contents);
    }
  } catch (error) {
    throw new StepFailed('esbuild cannot bundle it', messagesOf(error));
  }
};

const load = (source: string): Esbuild => {
  // By way of Node's own module, since in the command's bundle the import stands for something simpler.
  const node = createRequire(import.meta.url)('node:module') as typeof import('node:module');
  try {
    return node.createRequire(join(source, 'index.js'))('esbuild') as Esbuild;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND')
      throw new StepFailed(`esbuild cannot be loaded: ${(error as Error).message}`);
    throw new StepFailed("'esbuild' is not installed in the project; install it: npm install --save-dev esbuild");
  }
};

/** The file that a handler is in: `src/app.handler` is in `src/app.ts`. */
const entryOf = (handler: string | undefined, source: string): string => {
  const module = handler?.replace(/\.[^./]*$/, '');
  const found =
    module && extensions.map((extension) => module + extension).find((file) => existsSync(join(source, file)));
  if (found) return found;
  throw new StepFailed(
    `there is no file for the handler '${handler ?? ''}'; name what to bundle in 'BuildProperties.EntryPoints'`,
  );
};

const messagesOf = (error: unknown): string => {
  const { errors } = error as {
    errors?: { text: string; location?: { file: string; line: number; column: number } | null }[];
  };
  if (!Array.isArray(errors)) return error instanceof Error ? error.message : String(error);
  return errors
    .map(
      ({ text, location }) => `${location ? `${location.file}:${location.line}:${location.column + 1} ` : ''}${text}`,
    )
    .join('\n');
};
