import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { misspelt } from './entries.ts';
import type { Check } from './main.ts';

const readme = readFileSync('README.md', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

interface Job {
  readonly steps?: readonly { readonly run?: string }[];
  readonly script?: readonly string[];
}

/** The commands of the CI configurations in the README. */
const commands = (): readonly string[] =>
  [...readme.matchAll(/```yaml\n(# \.(?:github|gitlab)[\s\S]*?)```/g)].flatMap(([, text]) => {
    const { jobs, ...others } = parse(text!) as { jobs?: Record<string, Job> } & Record<string, Job>;
    return Object.values(jobs ?? others).flatMap(({ steps = [], script = [] }) => [
      ...steps.flatMap(({ run }) => run ?? []),
      ...script,
    ]);
  });

/** What the README says to write into the configuration of CI services. */
export const ci: readonly Check[] = [
  [
    'the commands of the README write reports, with the packed package in place of the published one',
    (project) => {
      const all = commands();
      if (all.length < 3) return `there are ${all.length} commands`;
      const folder = join(project.folder, 'ci');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'template.yaml'), misspelt);
      return all
        .map((command) => {
          const published = `npx --yes sam-synth@${version}`;
          if (!command.startsWith(`${published} `)) return `${command} does not run version ${version}`;
          const local = command.replace(published, `npx --yes --offline file:${project.tarball}`);
          const { code, err } = project.run('sh', ['-c', local], folder);
          const report = readFileSync(join(folder, command.split('> ')[1]!), 'utf8');
          const { runs } = JSON.parse(report) as { runs?: readonly unknown[] };
          const isReport = command.includes('--format sarif') === (runs !== undefined);
          return code === 1 && isReport && report.includes('cfn-unknown-property') ? '' : `${command}: ${code} ${err}`;
        })
        .join('');
    },
  ],
];
