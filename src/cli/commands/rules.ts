import { catalogueOf, type Entry, fixLabel } from '../../catalogue/index.ts';
import { everyCode } from '../../lint/every-code.ts';
import { rules as builtIn } from '../../lint/rules/index.ts';
import type { Rule } from '../../model/rule.ts';
import { printableLines } from '../../report/printable.ts';
import { Configs } from '../configuration/configs.ts';
import { writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { type ExitCode, exitCode, UsageError } from '../usage.ts';
import { type LintFormat, refuseFormat } from './lint-format.ts';

/** All codes that a problem can have: those of rules, of the transform and of the command. */
export const knownCodes = (): ReadonlySet<string> => new Set([...builtIn.map(({ id }) => id), ...everyCode().keys()]);

/** Which configuration brings rules of the project's own, as commander hands it over. */
export interface CatalogueFlags {
  readonly config?: string | false | undefined;
  readonly format: LintFormat;
}

/** The documentation of all codes, those of plugins too; its texts are read only now. */
const catalogue = async ({ config }: Pick<CatalogueFlags, 'config'>): Promise<readonly Entry[]> => {
  const configs = new Configs(config, knownCodes);
  const { rules } = await configs.near('.');
  const errors = configs.problems.filter(({ level, code }) => level === 'error' || code === 'untrusted-plugins');
  if (errors.length > 0) await tellProblems(errors, new Map(configs.texts));
  const { documented } = await import('../documented.ts');
  return catalogueOf(documented, [...builtIn, ...rules]);
};

/** Refuses rules, or codes of any kind, that do not exist. */
export const refuseUnknown = async (
  what: 'rule' | 'code',
  ids: readonly string[],
  known: ReadonlySet<string>,
): Promise<void> => {
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const { nearest } = await import('../../model/nearest.ts');
  const near = nearest(unknown, known);
  const hint = near === undefined ? "'synth lint --list-rules' lists all." : `Did you mean '${near}'?`;
  throw new UsageError(`There is no ${what} '${unknown}'.`, hint);
};

/** Whether all that a rule tells is for the preset `strict`. */
const isStrict = (rule: Rule | undefined): boolean =>
  rule?.strict !== undefined && Object.keys(rule.messages).every((id) => rule.strict!.includes(id));

/** `synth lint --list-rules` */
export const listRules = async (flags: CatalogueFlags): Promise<ExitCode> => {
  refuseFormat('--list-rules', flags.format, ['text']);
  const entries = await catalogue(flags);
  const width = Math.max(...entries.map(({ code }) => code.length));
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    const { code, group, levels, title, rule } = entry;
    const notes = [fixLabel(entry), isStrict(rule) ? "preset 'strict'" : ''].filter(Boolean);
    const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
    const line = `  ${code.padEnd(width)}  ${levels[0]!.padEnd(7)}  ${title}${note}\n`;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  await writeOut(printableLines([...groups].map(([group, lines]) => `${group}\n${lines.join('')}`).join('\n')));
  return exitCode.done;
};

/** `synth lint --explain CODE` */
export const explainRule = async (code: string, flags: CatalogueFlags): Promise<ExitCode> => {
  refuseFormat('--explain', flags.format, ['text']);
  const entries = await catalogue(flags);
  const entry = entries.find((each) => each.code === code);
  if (!entry) await refuseUnknown('code', [code], new Set([...knownCodes(), ...entries.map((each) => each.code)]));
  if (!entry) throw new UsageError(`'${code}' has no documentation.`);
  const { explanationOf } = await import('../explanation.ts');
  await writeOut(printableLines(explanationOf(entry)));
  return exitCode.done;
};
