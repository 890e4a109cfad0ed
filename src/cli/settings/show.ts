import { printable } from '../../report/printable.ts';
import { inputsFrom, readInput } from '../inputs.ts';
import { parametersFrom } from '../parameters.ts';
import { writeOut } from '../streams.ts';
import type { TransformFlags } from '../transform-options.ts';
import { type ExitCode, exitCode } from '../usage.ts';
import { loadSettings } from './load.ts';

const commandLine = 'command line';

/** `--show-settings`: what counts for each template, and where it comes from. */
export const showSettings = async (
  command: string,
  paths: readonly string[],
  flags: TransformFlags,
): Promise<ExitCode> => {
  const inputs = await inputsFrom(paths, flags);
  for (const input of inputs) if (input.path !== '-') await readInput(input);
  for (const { name, folder } of inputs) {
    const { region, parameters } = loadSettings({ command, folder, stage: flags.stage, flags });
    const given = [
      ...entries(flags.parameters === undefined ? {} : parametersFrom(flags.parameters, []), flags.parameters),
      ...entries(parametersFrom(undefined, flags.parameter ?? []), commandLine),
    ];
    const values = new Map([...parameters].map(([key, { value, from }]) => [key, [value, from] as const]));
    for (const [key, value, from] of given) values.set(key, [value, from]);
    const rows = [
      ['stage', flags.stage ?? 'none', flags.stage === undefined ? '' : commandLine],
      flags.region === undefined
        ? ['region', region?.value ?? 'us-east-1', region?.from ?? 'default']
        : ['region', flags.region, commandLine],
      ...[...values].map(([key, [value, from]]) => [`parameter ${key}`, value, from]),
    ].map((row) => row.map(printable));
    await writeOut(`${printable(name)}\n${table(rows)}`);
  }
  return exitCode.done;
};

const entries = (values: Readonly<Record<string, string>>, from = ''): [string, string, string][] =>
  Object.entries(values).map(([key, value]) => [key, value, from]);

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = [0, 1].map((column) => rows.reduce((width, row) => Math.max(width, row[column]!.length), 0));
  return rows
    .map(([name, value, from]) => `  ${name!.padEnd(widths[0]!)}  ${value!.padEnd(widths[1]!)}  ${from}`.trimEnd())
    .join('\n')
    .concat('\n');
};
