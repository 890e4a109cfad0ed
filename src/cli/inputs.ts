import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFile } from './read-file.ts';
import { readIn, writeError } from './streams.ts';
import { UsageError } from './usage.ts';

/** A template as it was given on the command line. */
export interface Input {
  /** As the person wrote it; `-` stands for stdin. */
  readonly path: string;
  /** How it is called in messages. */
  readonly name: string;
  /** The folder that local paths are relative to. */
  readonly folder: string;
}

const compactNames = ['synth.yaml', 'synth.yml', 'synth.json'];
const samNames = ['template.yaml', 'template.yml', 'template.json'];
const usualNames = [...compactNames, ...samNames];

/** The templates to work on: those given, or the one that this folder has. */
export const inputsFrom = (paths: readonly string[]): Input[] => {
  if (paths.length > 0) return [...new Set(paths)].map(inputOf);
  const found = usualNames.filter((name) => existsSync(name));
  const [first, ...others] = found;
  if (first === undefined) {
    throw new UsageError(
      `There is no ${usualNames.slice(0, -1).join(', ')} or ${usualNames.at(-1)} in this folder.`,
      "Name the template: synth FILE. Or pipe it in: synth -. See 'synth --help'.",
    );
  }
  const other = others.find((name) => samNames.includes(name));
  if (compactNames.includes(first) && other !== undefined)
    void writeError(`synth: took ${first}; there is ${other} too.\n`);
  return [inputOf(first)];
};

const inputOf = (path: string): Input =>
  path === '-' ? { path, name: '<stdin>', folder: '.' } : { path, name: path, folder: dirname(path) };

/** The bytes of a template. */
export const readInput = async ({ path }: Input): Promise<Uint8Array> => {
  if (path === '-') return readIn();
  return readFile(path, undefined, () => hintFor(path));
};

const hintFor = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined;
  const stats = statSync(path);
  if (stats.isFIFO()) return 'Pipe it in instead: … | synth -';
  if (!stats.isDirectory()) return undefined;
  const inside = usualNames.map((name) => join(path, name)).find((file) => existsSync(file));
  return inside && `Did you mean '${inside}'?`;
};
