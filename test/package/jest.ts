import { join } from 'node:path';
import type { Check } from './main.ts';
import type { Ran } from './project.ts';

const template = (seconds: number): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: ${seconds}}}
`;

const tests = `expect.extend(require('sam-synth/testing').matchers);
test('becomes what it became', () => expect('template.yaml').toMatchTemplateSnapshot());
test('has a queue', () => {
  expect('template.yaml').toHaveResource('AWS::SQS::Queue', { VisibilityTimeout: expect.any(Number) });
  expect('template.yaml').not.toHaveResource('AWS::SNS::Topic');
});
`;

/** The matchers under Jest, which is installed for this from npm. */
export const jest: readonly Check[] = [
  [
    'compares snapshots and resources, and writes what its options say',
    (project) => {
      const folder = 'jest';
      project.write(`${folder}/package.json`, '{"name": "jest-project", "private": true}');
      project.write(`${folder}/queue.test.js`, tests);
      const cwd = join(project.folder, folder);
      const install = ['install', '--silent', '--no-audit', '--no-fund', 'jest@^30', project.tarball];
      if (project.run('npm', install, cwd).code !== 0) return 'left out: Jest could not be installed from npm';
      // Jest takes CI=true of the environment for '--ci', so each run says which it means.
      const run = (seconds: number, ...args: string[]): Ran => {
        project.write(`${folder}/template.yaml`, template(seconds));
        return project.run(join(cwd, 'node_modules/.bin/jest'), args, cwd);
      };
      const expected: readonly (readonly [code: number, text: string, run: Ran])[] = [
        [1, 'there is no', run(30, '--ci')],
        [0, '2 passed', run(30, '--ci=false')],
        [0, '2 passed', run(30, '--ci')],
        [1, 'Properties.VisibilityTimeout: 30 → 60  because of line 3 of template.yaml', run(60, '--ci=false')],
        [0, '2 passed', run(60, '--updateSnapshot')],
        [0, '2 passed', run(60, '--ci')],
      ];
      return expected
        .filter(([code, text, { code: found, err }]) => found !== code || !err.includes(text))
        .map(([code, text, { code: found, err }]) => `expected ${code} and '${text}', got ${found}: ${err}`)
        .join('\n');
    },
  ],
];
