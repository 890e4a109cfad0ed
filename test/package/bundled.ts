import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { misspelt, table } from './entries.ts';
import type { Check } from './main.ts';
import type { Project } from './project.ts';

const withEsbuild = async (project: Project, source: string, platform: 'node' | 'browser', format: 'esm' | 'cjs') => {
  const entry = project.write('entry.mjs', source);
  const outfile = join(project.folder, `out/bundle.${format === 'cjs' ? 'cjs' : 'mjs'}`);
  await build({ entryPoints: [entry], bundle: true, outfile, platform, format, logLevel: 'silent', minify: true });
  return outfile;
};

const prints = (project: Project, file: string, printed: string): string => {
  const { code, out, err } = project.run(process.execPath, [file]);
  return code === 0 && out === printed ? '' : `exit code ${code}, printed ${out}${err}`;
};

const onlyExpand = `import { expand } from 'sam-synth';\nconsole.log(expand(${JSON.stringify(table)}).template.Resources.T.Type);\n`;
const linted = `import { lint } from 'sam-synth';\nconsole.log(lint(${JSON.stringify(misspelt)}).problems.map(({ code }) => code).join());\n`;

/** Whether there are rules of the linter in a text, which expanding needs none of. */
const rulesIn = (file: string): string =>
  /lambda-timeout-range|cfn-unknown-property/.test(readFileSync(file, 'utf8')) ? 'rules are in it' : '';

/** What bundlers make of the library. */
export const bundled: readonly Check[] = [
  [
    'esbuild takes no rules where only expand is imported',
    async (project) => {
      const file = await withEsbuild(project, onlyExpand, 'browser', 'esm');
      return prints(project, file, 'AWS::DynamoDB::Table\n') || rulesIn(file);
    },
  ],
  [
    'rolldown takes no rules where only expand is imported',
    async (project) => {
      const bundle = await rolldown({ input: project.write('entry.mjs', onlyExpand), platform: 'browser' });
      const file = join(project.folder, 'out/rolldown.mjs');
      await bundle.write({ file });
      await bundle.close();
      return prints(project, file, 'AWS::DynamoDB::Table\n') || rulesIn(file);
    },
  ],
  [
    'a bundle for a browser says that it has no specifications',
    async (project) => prints(project, await withEsbuild(project, linted, 'browser', 'esm'), 'specs-missing\n'),
  ],
  ...(['esm', 'cjs'] as const).map(
    (format): Check => [
      `a bundle for Node (${format}) says that the specifications are not beside it`,
      async (project) => prints(project, await withEsbuild(project, linted, 'node', format), 'specs-missing\n'),
    ],
  ),
  [
    'a bundle for Node checks as the library does once they are',
    async (project) => {
      const file = await withEsbuild(project, linted, 'node', 'esm');
      cpSync(join(project.folder, 'node_modules/sam-synth/dist/specs'), join(project.folder, 'out/specs'), {
        recursive: true,
      });
      return prints(project, file, 'cfn-unknown-property\n');
    },
  ],
];
