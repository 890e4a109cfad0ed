import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, synth } from './cli/synth.ts';

/** The files of the guide, by the names in their first lines. */
const files = Object.fromEntries(
  [...readFileSync('docs/plugins.md', 'utf8').matchAll(/^```(?:js|yaml)\n(?:\/\/|#) (\S+)\n(.*?)^```$/gms)].map(
    ([, name, text]) => [name!, text!],
  ),
);

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.a
      Runtime: nodejs22.x
`;

const folderOf = (): string => {
  const folder = folderWith({ ...files, 'template.yaml': template, 'legacy/template.yaml': template });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/sam-synth'));
  return folder;
};

const node = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

test('the guide has all the files that it speaks of', () => {
  expect(Object.keys(files)).toEqual(['rules.mjs', 'rules.test.mjs', 'synth.config.yaml', 'check.mjs']);
});

test('its rules pass their own test', () => {
  const { stdout, status } = node(folderOf(), '--test');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/pass 5\n.*fail 0/s)]);
});

test('its configuration loads them', () => {
  const folder = folderOf();
  const codes = (file: string) =>
    JSON.parse(synth(folder, ['lint', file, '--format', 'json']).out).problems.flatMap(
      ({ code, level }: { code: string; level: string }) => (code.startsWith('team-') ? [`${level} ${code}`] : []),
    );
  expect(codes('template.yaml')).toEqual(['error team-stage-parameter', 'error team-owner-tag']);
  expect(codes('legacy/template.yaml')).toEqual(['error team-stage-parameter']);
  expect(synth(folder, ['lint', '--list-rules']).out).toMatch(
    /^Rules of plugins\n {2}team-owner-tag +warning {2}Function without the tag of its owner\n/m,
  );
  const { out } = synth(folder, ['lint', '--explain', 'team-owner-tag']);
  expect(out).toContain('team-owner-tag (warning, style)\nFunction without the tag of its owner\n');
  expect(out).toContain('  tag (default "owner"): The name of the tag.\n');
});

test('its program hands them over', () => {
  const { stdout, stderr } = node(folderOf(), 'check.mjs');
  expect(stderr).toBe('');
  expect(stdout).toContain("template.yaml:3:3 error team-owner-tag 'Fn' has no tag 'team'.\n");
});
