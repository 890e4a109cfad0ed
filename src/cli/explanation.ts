import { type Entry, fixLabel } from '../catalogue/index.ts';
import { withoutMarks } from '../catalogue/marks.ts';
import { wholeText } from '../catalogue/scaffolds.ts';
import type { Example } from '../model/example.ts';

/** The documentation of a code, for a terminal. */
export const explanationOf = (entry: Entry): string =>
  [headOf(entry), optionsOf(entry), exampleOf(entry), `Source: ${entry.source}\n${settingOf(entry)}`]
    .filter((part) => part !== '')
    .join('\n');

const headOf = (entry: Entry): string => {
  const { code, levels, group, title, text, rule } = entry;
  const notes = [levels.join(' or '), rule?.category ?? group, fixLabel(entry)].filter(Boolean);
  return `${code} (${notes.join(', ')})\n${title}\n\n${text}\n`;
};

const optionsOf = ({ rule }: Entry): string => {
  const options = Object.entries(rule?.options ?? {}).map(
    ([name, { default: value, doc }]) => `  ${name} (default ${JSON.stringify(value)}): ${doc}\n`,
  );
  return options.length > 0 ? `Options:\n${options.join('')}` : '';
};

const exampleOf = ({ example }: Entry): string => {
  if (!example) return '';
  if ('none' in example) return `No example: ${example.none}\n`;
  return `Fails:\n${shown(example, 'fails')}\nPasses:\n${shown(example, 'passes')}`;
};

const mostLines = 60;

/** One of the templates of an example, indented; only how a long one begins. */
const shown = (example: Example, side: 'fails' | 'passes'): string => {
  const lines = withoutMarks(wholeText(example, example[side])).text.trimEnd().split('\n');
  const rest = lines.length - mostLines;
  if (rest > 0) lines.splice(mostLines, rest, `# … ${rest} more lines`);
  return lines.map((line) => `    ${line}`.trimEnd().concat('\n')).join('');
};

const settingOf = ({ code, configurable, levels, rule }: Entry): string => {
  if (!configurable) return 'Its level cannot be changed: it stops the expansion.\n';
  const partly = !rule && levels.includes('error') ? ' (where it is not an error, which stops the expansion)' : '';
  return `Silence it on a line: # synth-ignore ${code}: reason\nSet its level${partly}: rules: {${code}: off} in synth.config.yaml\n`;
};
