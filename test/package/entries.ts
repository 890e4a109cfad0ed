import type { Check } from './main.ts';
import type { Project } from './project.ts';

/** A template with a fault that only the published specifications show. */
export const misspelt = 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySecond: 5}\n';
export const table = 'Transform: AWS::Serverless-2016-10-31\nResources:\n  T: {Type: AWS::Serverless::SimpleTable}\n';

/** Uses of each entry; all print the same, however they are imported. */
const uses: Readonly<Record<string, readonly [names: string, body: string, printed: string]>> = {
  'sam-synth': [
    'expand, lint',
    `console.log(expand(${JSON.stringify(table)}).template.Resources.T.Type, lint(${JSON.stringify(misspelt)}).problems[0].code);`,
    'AWS::DynamoDB::Table cfn-unknown-property\n',
  ],
  'sam-synth/node': [
    'fileReader, diff, lint',
    `console.log(typeof fileReader('.').kind, diff({template: ${JSON.stringify(table)}}, {template: ${JSON.stringify(table)}}).change.consequences.length, lint(${JSON.stringify(misspelt)}).problems[0].code);`,
    'function 0 cfn-unknown-property\n',
  ],
  'sam-synth/expand': [
    'expand',
    `console.log(expand(${JSON.stringify(table)}).template.Resources.T.Type);`,
    'AWS::DynamoDB::Table\n',
  ],
  'sam-synth/testing/jest': [
    'matchers, resources',
    `console.log(Object.keys(matchers).join(' '), Object.keys(resources({ Resources: { T: { Type: 'AWS::DynamoDB::Table' } } }, 'AWS::DynamoDB::Table')).join());`,
    'toMatchTemplateSnapshot toHaveResource T\n',
  ],
  'sam-synth/testing': [
    'RuleTester, defineRule',
    `
const rule = defineRule({ id: 'our-queue', level: 'warning', category: 'style', stage: 'source', title: 't', description: 'd', source: 's',
  messages: { found: 'A queue.' }, on: ['AWS::SQS::Queue'], check(queue, cx) { cx.report('found', queue.at); } });
const names = [];
new RuleTester({ describe: (name, body) => body(), it: (name, body) => { body(); names.push(name); } }).run(rule, {
  valid: ['Resources: {T: {Type: AWS::SNS::Topic}}', 'Resources: {}'],
  invalid: [{ template: 'Resources:\\n  Q: {Type: AWS::SQS::Queue}\\n', problems: [{ messageId: 'found', line: 2, column: 3 }] },
    { template: 'Resources: {Q: {Type: AWS::SQS::Queue}}', problems: [{ messageId: 'found', line: 1, column: 13 }] }],
});
console.log(names.length);`,
    '5\n',
  ],
};

const printsAs = (project: Project, node: string, file: string, printed: string): string => {
  const { code, out, err } = project.run(node, [file]);
  return code === 0 && out === printed && err === '' ? '' : `exit code ${code}, printed ${out}${err}`;
};

/** The entries of the library as ES modules and with `require`. */
export const entries = (node: string): readonly Check[] =>
  Object.entries(uses).flatMap(([entry, [names, body, printed]]): Check[] => [
    [
      `import from '${entry}'`,
      (project) =>
        printsAs(project, node, project.write('use.mjs', `import { ${names} } from '${entry}';\n${body}`), printed),
    ],
    [
      `require('${entry}')`,
      (project) =>
        printsAs(
          project,
          node,
          project.write('use.cjs', `const { ${names} } = require('${entry}');\n${body}`),
          printed,
        ),
    ],
  ]);
