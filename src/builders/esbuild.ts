import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
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
  const named = texts(get(properties, 'EntryPoints'));
  const entries = named.length > 0 ? named : [entryOf(handler, source)];
  try {
    const { outputFiles } = await tool.build({
      absWorkingDir: source,
      entryPoints: entries,
      // As if it were written there, so that source maps do not name folders of this machine.
      outdir: source,
      write: false,
      // An entry that follows from the handler keeps the place that the handler says.
      ...(named.length > 0 ? {} : { outbase: source }),
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      ...optionsFrom(properties),
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

/** SAM's names for esbuild's options; what is not given is as SAM has it. */
const optionsFrom = (properties: JsonMap): Record<string, Json> => {
  const options: Record<string, Json> = { minify: true, target: 'es2020', format: 'cjs' };
  const plain = {
    Minify: 'minify',
    Target: 'target',
    Format: 'format',
    Sourcemap: 'sourcemap',
    SourcesContent: 'sourcesContent',
    KeepNames: 'keepNames',
  };
  for (const [name, option] of Object.entries(plain)) {
    const value = get(properties, name);
    if (value !== undefined && value !== null)
      options[option] = value === 'true' ? true : value === 'false' ? false : value;
  }
  for (const [name, option] of Object.entries({ External: 'external', MainFields: 'mainFields' })) {
    const values = get(properties, name);
    const all = isString(values) ? values.split(',') : texts(values);
    if (all.length > 0) options[option] = all;
  }
  for (const [name, option] of Object.entries({ Loader: 'loader', OutExtension: 'outExtension' })) {
    const pairs = texts(get(properties, name)).map((pair) => pair.split('='));
    if (pairs.length > 0) options[option] = Object.fromEntries(pairs);
  }
  for (const [name, option] of Object.entries({ Banner: 'banner', Footer: 'footer', Define: 'define' })) {
    const value = get(properties, name);
    if (isMap(value)) options[option] = value;
  }
  return options;
};

const texts = (value: Json | undefined): string[] => (isList(value) ? value.filter(isString) : []);

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
