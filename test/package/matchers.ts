import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Check } from './main.ts';
import type { Project } from './project.ts';
import { compile } from './types.ts';

const readmeExample = /```typescript\n(import \{ matchers, [\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1];

/** Tests of a template: their types must hold, and misuses must be refused. */
const tests = (runner: string, entry = 'sam-synth/testing'): string => `${runner}
import { matchers } from '${entry}';
expect.extend(matchers);
test('template', async () => {
  expect('template.yaml').toMatchTemplateSnapshot();
  expect('template.yaml').toMatchTemplateSnapshot({ stage: 'prod', dir: 'kept', parameters: { Stage: 'x' } });
  expect({ Resources: {} }).not.toHaveResource('AWS::SQS::Queue', { VisibilityTimeout: expect.any(Number) });
  await expect(Promise.resolve('template.yaml')).resolves.toHaveResource('AWS::SQS::Queue');
  // @ts-expect-error: a type is a text
  expect('template.yaml').toHaveResource(5);
  // @ts-expect-error: there is no such option
  expect('template.yaml').toMatchTemplateSnapshot({ stages: 'prod' });
});
`;

/** Compiles in a folder of its own, whose test runner no other check sees. */
const compileIn = (project: Project, folder: string, texts: readonly string[], options: object): string => {
  project.write(`${folder}/package.json`, '{"private": true, "type": "module"}');
  const files = Object.fromEntries(texts.map((text, at) => [`${folder}/types${at}.ts`, text]));
  return [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }]
    .map((resolution) => compile(project, { ...resolution, ...options }, files))
    .join('');
};

/** `expect.extend(matchers)` and what the matchers add to `expect`, to the types of each test runner. */
export const matchers: readonly Check[] = [
  [
    'compile under strict with vitest, as does the example of the README',
    (project) => {
      if (readmeExample === undefined) return 'README.md has no such example';
      const modules = join(project.folder, 'vitest-types/node_modules');
      mkdirSync(modules, { recursive: true });
      symlinkSync(resolve('node_modules/vitest'), join(modules, 'vitest'));
      const texts = [
        tests("import { expect, test } from 'vitest';"),
        `import { expect } from 'vitest';\n${readmeExample}`,
      ];
      return compileIn(project, 'vitest-types', texts, {});
    },
  ],
  [
    'compile under strict with @jest/globals and @types/jest, which are installed from npm',
    (project) => {
      const cwd = join(project.folder, 'jest-types');
      project.write('jest-types/package.json', '{"private": true}');
      const install = ['install', '--silent', '--no-audit', '--no-fund', '@jest/globals@^30', '@types/jest@^30'];
      if (project.run('npm', [...install, project.tarball], cwd).code !== 0)
        return 'left out: they could not be installed from npm';
      // The declarations of Jest itself do not compile on their own.
      const options = { skipLibCheck: true };
      const imported = tests("import { expect, test } from '@jest/globals';", 'sam-synth/testing/jest');
      const global = tests('/// <reference types="jest" />');
      return (
        compileIn(project, 'jest-types', [imported], options) || compileIn(project, 'jest-types', [global], options)
      );
    },
  ],
];
