import type { Level, Problem } from '../model/problem.ts';
import { printable } from './printable.ts';

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Problems as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export const toGithub = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${command(problem)}\n`).join('');

const command = ({ level, code, message, file, line, column, endLine, endColumn }: Problem): string => {
  const fields = { file, line, col: column, endLine, endColumn, title: code };
  const shown = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeField(String(value))}`],
  );
  return `::${commands[level]} ${shown.join(',')}::${escapeText(message)}`;
};

const escapeText = (text: string): string =>
  text
    .split(/(\r?\n|\r)/)
    .map((part, at) => (at % 2 === 0 ? printable(part).replace(/%/g, '%25') : '%0A'))
    .join('');

const escapeField = (text: string): string => escapeText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
