import { rules as builtIn } from '../../lint/rules/index.ts';
import { fixLabel, type Rule } from '../../model/rule.ts';
import { writeOut } from '../streams.ts';
import { type ExitCode, exitCode, UsageError } from '../usage.ts';

/** Refuses ids of rules that nobody knows. */
export const refuseUnknownRules = async (ids: readonly string[], known: ReadonlySet<string>): Promise<void> => {
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const { nearest } = await import('../../model/nearest.ts');
  const near = nearest(unknown, known);
  const hint = near === undefined ? "'synth lint --list-rules' shows all." : `Did you mean '${near}'?`;
  throw new UsageError(`There is no rule '${unknown}'.`, hint);
};

const labelled = (rule: Rule, before: string, behind = ''): string => {
  const label = fixLabel(rule);
  return label === undefined ? '' : `${before}${label}${behind}`;
};

/** `synth lint --list-rules` */
export const listRules = async (): Promise<ExitCode> => {
  const width = Math.max(...builtIn.map(({ id }) => id.length));
  const line = (rule: Rule) =>
    `${rule.id.padEnd(width)}  ${rule.level.padEnd(7)}  ${rule.title}${labelled(rule, ' (', ')')}\n`;
  await writeOut(builtIn.map(line).join(''));
  return exitCode.done;
};

/** `synth lint --explain RULE` */
export const explainRule = async (id: string): Promise<ExitCode> => {
  await refuseUnknownRules([id], new Set(builtIn.map((rule) => rule.id)));
  const rule = builtIn.find((each) => each.id === id)!;
  const options = Object.entries(rule.options ?? {}).map(
    ([name, { default: value, doc }]) => `  ${name} (default ${JSON.stringify(value)}): ${doc}\n`,
  );
  await writeOut(
    [
      `${rule.id} (${rule.level}, ${rule.category}${labelled(rule, ', ')})\n${rule.title}\n\n${rule.description}\n`,
      options.length > 0 ? `\nOptions:\n${options.join('')}` : '',
      `\nSource: ${rule.source}\nSilence it on a line: # synth-ignore ${rule.id}: reason\n`,
    ].join(''),
  );
  return exitCode.done;
};
