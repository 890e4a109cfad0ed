import { parse } from '../../parse/index.ts';
import { printable } from '../../report/printable.ts';
import { placeIn, type StackFlags } from '../build/stack.ts';
import { inputsFrom, readInput } from '../inputs.ts';
import { parametersFrom } from '../parameters.ts';
import { writeOut } from '../streams.ts';
import type { TransformFlags } from '../transform-options.ts';
import { type ExitCode, exitCode } from '../usage.ts';
import { noSettings, type Settings, type Sourced } from './settings.ts';
import { settled } from './settled.ts';
import { parametersOf } from './stage.ts';

const commandLine = 'command line';

/** A side of a comparison and its flags. */
export type Side = readonly [label: string, flags: TransformFlags];

interface Shown {
  readonly title: string;
  readonly flags: TransformFlags;
  readonly settings: Settings;
  /** The parameters of the template; undefined where it comes from stdin. */
  readonly declared: readonly string[] | undefined;
}

/**
 * `--show-settings`: what counts for each template, and where it comes from.
 * @param sides several sets of flags, each shown by itself
 */
export const showSettings = async (
  command: string,
  paths: readonly string[],
  shown: TransformFlags,
  sides: readonly Side[] = [['', shown]],
): Promise<ExitCode> => {
  const inputs = await inputsFrom(paths, shown);
  const all: Shown[] = [];
  for (const input of inputs) {
    const bytes = input.path === '-' ? undefined : await readInput(input);
    const declared = bytes && parametersOf(parse(bytes, input.name).root);
    for (const [label, flags] of sides) {
      const { settings = noSettings } = await settled(command, input, flags, bytes);
      all.push({ title: `${input.name}${label}`, flags, settings, declared });
    }
  }
  for (const { title, flags, settings, declared } of all) {
    const { region, parameters } = settings;
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
      ...[...values].map(([key, [value, from]]) => {
        const isLacking = declared !== undefined && !declared.includes(key);
        return [`parameter ${key}`, value, isLacking ? `${from} (the template has no such parameter)` : from];
      }),
      ...(command === 'build' ? buildRows(flags, settings) : []),
    ].map((row) => row.map(printable));
    await writeOut(`${printable(title)}\n${table(rows)}`);
  }
  return exitCode.done;
};

/** What only a build needs. */
const buildRows = (
  { stackName, tag = [], artifacts }: TransformFlags & StackFlags,
  { stackName: named, tags = new Map<string, Sourced<string>>(), bucket, prefix }: Settings,
): [string, string, string][] => {
  const row = (
    name: string,
    flag: string | undefined,
    value: string | undefined,
    from = '',
  ): [string, string, string][] =>
    flag !== undefined ? [[name, flag, commandLine]] : value !== undefined ? [[name, value, from]] : [];
  const location = bucket && placeIn(bucket.value, prefix?.value);
  return [
    ...row('stack name', stackName, named?.value, named?.from),
    ...row('artifacts', artifacts, location, bucket?.from),
    ...[...tags].map(([key, { value, from }]): [string, string, string] => [`tag ${key}`, value, from]),
    ...tag.map((each): [string, string, string] => ['tag', each, commandLine]),
  ];
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
