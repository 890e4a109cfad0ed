import { join, relative, sep } from 'node:path';
import type { Input } from './inputs.ts';
import { refuseLeadingOut } from './leading-out.ts';
import type { NamedFile } from './overwriting.ts';
import { writeOut } from './streams.ts';
import { UsageError } from './usage.ts';
import { writeFile } from './write-file.ts';

export type Format = 'json' | 'yaml';

/** Where expanded templates go. */
export interface Destination {
  readonly format: Format;
  /** The files that will be written. */
  readonly files: readonly NamedFile[];
  /** The file that a template's output is written to; undefined for stdout. */
  fileOf(input: Input): string | undefined;
  put(input: Input, text: string): Promise<void>;
}

export interface OutputOptions {
  readonly out?: string | undefined;
  readonly outDir?: string | undefined;
  readonly format?: Format | undefined;
}

/** stdout, one file, or a folder that mirrors the places of the inputs. */
export const destinationOf = (inputs: readonly Input[], { out, outDir, format }: OutputOptions): Destination => {
  if (out !== undefined && outDir !== undefined) throw new UsageError("'--out' and '--out-dir' exclude each other.");
  if (outDir !== undefined) return folder(inputs, outDir, format ?? 'json');
  if (inputs.length > 1) {
    throw new UsageError(
      `${inputs.length} templates cannot share one output.`,
      "Give a folder for them: '--out-dir DIR'.",
    );
  }
  if (out === undefined || out === '-')
    return { format: format ?? 'json', files: [], fileOf: () => undefined, put: (_, text) => writeOut(text) };
  const byName = /\.ya?ml$/i.test(out) ? 'yaml' : 'json';
  const files = [{ path: out, role: "'--out'" }];
  return { format: format ?? byName, files, fileOf: () => out, put: async (_, text) => writeFile(out, text) };
};

const folder = (inputs: readonly Input[], outDir: string, format: Format): Destination => {
  const targets = new Map<Input, string>();
  const taken = new Map<string, Input>();
  for (const input of inputs) {
    const target = join(outDir, `${placeBelow(input)}.${format}`);
    const other = taken.get(target);
    if (other) throw new UsageError(`'${other.path}' and '${input.path}' would both be written to '${target}'.`);
    targets.set(input, target);
    taken.set(target, input);
  }
  const files = [...targets.values()].map((path) => ({ path, role: "'--out-dir'" }));
  const fileOf = (input: Input): string => targets.get(input)!;
  const put = async (input: Input, text: string): Promise<void> => {
    refuseLeadingOut(outDir, fileOf(input));
    writeFile(fileOf(input), text);
  };
  return { format, files, fileOf, put };
};

/** The input's path from here, without its extension and without steps upwards. */
export const placeBelow = ({ path }: Pick<Input, 'path'>): string => {
  if (path === '-') return 'template';
  const parts = relative('.', path).split(sep);
  while (parts[0] === '..') parts.shift();
  return parts.join(sep).replace(/(.)\.(?:ya?ml|json|template)$/i, '$1');
};
