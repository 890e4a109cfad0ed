import { consequenceRules } from '../src/diff/consequences/index.ts';
import type { Told } from '../test/diff/history/run.ts';

/** The pages on `synth diff` that follow from its own data, by the names of their files in docs/diff. */
export const diffPages = (history: readonly Told[]): ReadonlyMap<string, string> =>
  new Map([
    ['consequences.md', consequencePage()],
    ...history.map((told) => [`history/${told.page}`, historyPage(told)] as const),
  ]);

const consequencePage = (): string =>
  [
    '# The consequences that `synth diff` knows',
    '',
    'Each has an id, by which it is accepted (see [diff.md](../diff.md)), and a level. `--fail-on` takes a kind or an id;',
    'every consequence counts for `--fail-on any`.',
    '',
    '| id | level | kinds | what happens |',
    '|---|---|---|---|',
    ...consequenceRules.map(
      ({ id, level, kinds = [], title }) => `| [\`${id}\`](#${id}) | ${level} | ${kinds.join(', ')} | ${title} |`,
    ),
    '',
    ...consequenceRules.flatMap(({ id, title, description }) => [`## ${id}`, '', `${title}.`, '', description, '']),
  ].join('\n');

const historyPage = ({ step, patch, markdown }: Told): string => `# ${step.subject}

A commit changes \`${step.file}\`:

\`\`\`diff
${patch}
\`\`\`

This is what \`synth diff --since HEAD~1..HEAD --format markdown\` says of it, as a comment on a pull request:

---

${markdown}`;
