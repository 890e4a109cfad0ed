import type { Budget, BudgetLine } from '../../lint/budget.ts';
import { budget } from '../../lint/lint.ts';
import { greatestOf } from '../../model/lists.ts';
import { jsonText } from '../../report/json-text.ts';
import { printable, withoutCommands } from '../../report/printable.ts';
import { inputsFrom, readInput } from '../inputs.ts';
import { lintOptions, optionsFor } from '../lint-options.ts';
import { settled } from '../settings/settled.ts';
import { writeOut } from '../streams.ts';
import { complain } from '../talk.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';
import type { LintFlags } from './lint.ts';
import { refuseFormat } from './lint-format.ts';

/** `synth lint --budget`: what a template uses of the documented limits, and what each of its resources costs. */
export const runBudget = async (paths: readonly string[], flags: LintFlags): Promise<ExitCode> => {
  refuseFormat('--budget', flags.format, ['text', 'json']);
  let code: ExitCode = exitCode.done;
  const found: { file: string; budget: Budget }[] = [];
  for (const input of await inputsFrom(paths, flags)) {
    try {
      const bytes = await readInput(input);
      const counted = budget(bytes, {
        ...lintOptions(await settled('lint', input, flags, bytes)),
        ...optionsFor(input),
      });
      if (counted === undefined)
        throw new UsageError(`'${input.name}' cannot be read.`, "Run 'synth lint' to see why.");
      found.push({ file: input.name, budget: counted });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = worst(code, await complain(error));
    }
  }
  if (flags.format === 'json') await writeOut(jsonText({ budgets: found }));
  else await writeOut(withoutCommands(found.map(({ file, budget: each }) => textOf(file, each)).join('\n')));
  return code;
};

const textOf = (file: string, { lines, shares }: Budget): string => {
  const rows = [...lines].sort((left, right) => share(right) - share(left)).map(rowOf);
  const resources = shares.map(({ id, type, resources: count, bytes }) => [
    printable(id),
    printable(type),
    `${count}`,
    `${bytes}`,
  ]);
  return `${printable(file)}\n${table([['of', 'what', 'used', 'limit', ''], ...rows])}\n${table([
    ['resource', 'type', 'resources', 'bytes'],
    ...resources,
  ])}`;
};

const share = ({ used, limit }: BudgetLine): number => used / limit;

const rowOf = (line: BudgetLine): string[] => [
  printable(line.owner),
  printable(line.name),
  `${line.used}`,
  `${line.limit}`,
  `${Math.round(share(line) * 100)} %${line.used > line.limit ? '  over' : ''}`,
];

/** Columns as wide as what is in them; numbers to the right. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => greatestOf(rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => (/^\d/.test(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ')}`.trimEnd(),
    )
    .join('\n')
    .concat('\n');
};
