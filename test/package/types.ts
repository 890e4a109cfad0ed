import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './main.ts';
import type { Project } from './project.ts';

const readme = readFileSync('README.md', 'utf8');
const examples = [...readme.matchAll(/```(?:js|ts)\n([\s\S]*?)```/g)].map(([, text]) => text!);

const everything = `
import { diff, expand, explain, fix, lint, review, type LintOptions, type Problem, type Template } from 'sam-synth';
import { bundled } from './other.js';
import { expand as alone } from 'sam-synth/expand';
import { fileReader, lint as lintInNode } from 'sam-synth/node';
import { RuleTester, defineRule, type Rule } from 'sam-synth/testing';

const options: LintOptions = { region: 'eu-central-1', reader: fileReader('.'), config: { preset: 'strict' } };
const problems: Problem[] = [...lint('', options).problems, ...lintInNode('').problems];
const template: Template | undefined = expand('').template ?? alone('').template;
const type: string | undefined = template?.Resources['T']?.Type;
const rule: Rule = defineRule({
  id: 'our-rule', level: 'warning', category: 'style', stage: 'source', title: 't', description: 'd', source: 's',
  messages: { found: 'Found.' }, on: ['AWS::SQS::Queue'], check: (queue, cx) => cx.report('found', queue.at),
});
// @ts-expect-error: a region is a text
expand('', { region: 5 });
export { bundled, diff, explain, fix, problems, review, rule, RuleTester, type };
`;

/** Compiles files in a project with strict settings, the declarations of the package checked too. */
export const compile = (
  project: Project,
  options: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): string => {
  for (const [name, text] of Object.entries(files)) project.write(name, text);
  const config = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: [],
      ...options,
    },
    files: Object.keys(files),
  };
  const file = project.write('tsconfig.json', JSON.stringify(config));
  const { code, out, err } = project.run(process.execPath, [
    join(process.cwd(), 'node_modules/typescript/bin/tsc'),
    '-p',
    file,
  ]);
  return code === 0 ? '' : out + err;
};

const other = 'export const bundled = true;\n';
const modes = {
  'NodeNext, ES modules': [
    { module: 'nodenext' },
    { 'src/all.mts': everything.replace('./other.js', './other.mjs'), 'src/other.mts': other },
  ],
  'NodeNext, CommonJS': [
    { module: 'nodenext' },
    { 'src/all.cts': everything.replace('./other.js', './other.cjs'), 'src/other.cts': other },
  ],
  bundler: [
    { module: 'esnext', moduleResolution: 'bundler' },
    { 'src/all.ts': everything, 'src/other.ts': other },
  ],
} as const;

/** The declarations, as projects with different settings see them. */
export const types: readonly Check[] = [
  ...Object.entries(modes).map(
    ([name, [options, files]]): Check => [
      `compile under strict: ${name}`,
      (project) => compile(project, options, files as unknown as Record<string, string>),
    ],
  ),
  [
    'the examples of the README compile under strict',
    (project) => {
      if (examples.length === 0) return 'there are none';
      const files = Object.fromEntries(examples.map((text, at) => [`src/example${at}.mts`, `${text}\nexport {};\n`]));
      return compile(project, { module: 'nodenext' }, files);
    },
  ],
];
