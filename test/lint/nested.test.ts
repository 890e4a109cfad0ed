import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LintOptions, lint } from '../../src/lint/lint.ts';
import { folderWith, synth } from '../cli/synth.ts';
import { memory } from '../packaging/scaffold.ts';

const stack = (id: string, url: string, more = '') =>
  `  ${id}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}${more}}}\n`;
const outer = `Resources:\n${stack('Child', 'sub/child.yaml')}`;
const fn = (timeout: number, more = '') => `Resources:
  Fn:${more}
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: a.b, CodeUri: src, Timeout: ${timeout}}
`;

const found = (files: Readonly<Record<string, string>>, options: LintOptions = {}): string[] => {
  const { problems } = lint(files['template.yaml']!, {
    path: 'app/template.yaml',
    reader: memory(files),
    only: ['lambda-timeout-range', 'lambda-package-unzipped-size'],
    ...options,
  });
  return problems.filter(({ level }) => level !== 'info').map(({ file, line, code }) => `${file}:${line} ${code}`);
};

describe('a nested template', () => {
  it('is checked with its own files', () => {
    const files = { 'template.yaml': outer, 'sub/child.yaml': fn(1000), 'sub/src/a.js': 'x' };
    expect(found(files)).toEqual(['app/sub/child.yaml:4 lambda-timeout-range']);
    expect(found({ ...files, 'sub/child.yaml': fn(10) })).toEqual([]);
    const sizes = { packed: () => 1, unpacked: (path: string) => (path === 'sub/src' ? 300_000_000 : 1) };
    expect(found({ ...files, 'sub/child.yaml': fn(10) }, { sizes })).toEqual([
      'app/sub/child.yaml:4 lambda-package-unzipped-size',
    ]);
  });

  it('is checked at any depth, and reported once however often it is nested', () => {
    const middle = `Parameters: {P: {Type: String, Default: x}}\nResources:\n${stack('A', 'inner.yaml')}${stack('B', 'inner.yaml')}`;
    const twice = `${outer}${stack('Second', 'sub/child.yaml', ', Parameters: {P: a}')}`;
    const files = { 'template.yaml': twice, 'sub/child.yaml': middle, 'sub/inner.yaml': fn(1000), 'sub/src/a.js': 'x' };
    expect(found(files)).toEqual(['app/sub/inner.yaml:4 lambda-timeout-range']);
  });

  it('has its own suppressions and configuration', () => {
    const comment = ' # synth-ignore lambda-timeout-range: it is slow';
    const files = { 'template.yaml': outer, 'sub/child.yaml': fn(1000, comment), 'sub/src/a.js': 'x' };
    expect(found(files)).toEqual([]);
    expect(found({ ...files, 'sub/child.yaml': fn(10, comment) })).toEqual(['app/sub/child.yaml:2 unused-suppression']);
    const config = { overrides: [{ files: ['app/sub/**'], rules: { 'lambda-timeout-range': 'off' as const } }] };
    expect(found({ ...files, 'sub/child.yaml': fn(1000) }, { config })).toEqual([]);
  });

  it('is not changed by the fixes of the template around it', () => {
    const child = 'Resources: {Q: {Type: AWS::SQS::Queue, DeletionPolicy: retain}}\n';
    const folder = folderWith({ 'template.yaml': outer, 'sub/child.yaml': child });
    const { out } = synth(folder, [
      'lint',
      '--no-config',
      '--fix-unsafe',
      '--rule',
      'cfn-deletion-policy',
      'template.yaml',
    ]);
    expect(out).toContain('sub/child.yaml:1:');
    expect(readFileSync(join(folder, 'sub/child.yaml'), 'utf8')).toBe(child);
    expect(readFileSync(join(folder, 'template.yaml'), 'utf8')).toBe(outer);
  });

  it('that cannot be read is reported at its place', () => {
    expect(found({ 'template.yaml': outer, 'sub/child.yaml': 'Resources: [' }).length).toBeGreaterThan(0);
    expect(found({ 'template.yaml': outer, 'sub/child.yaml': 'Resources: [' })[0]).toMatch(/^app\/sub\/child\.yaml:1 /);
  });

  it('is reported once where it is checked itself, or nested by two templates', () => {
    const folder = folderWith({ 'template.yaml': outer, 'sub/child.yaml': fn(1000), 'sub/src/a.js': '' });
    const lines = (args: readonly string[]) =>
      synth(folder, ['lint', '--no-config', '--rule', 'lambda-timeout-range', ...args]).out.match(/^\S+:4:\d+ error/gm);
    expect(lines(['template.yaml'])).toEqual(['sub/child.yaml:4:76 error']);
    expect(lines(['template.yaml', './sub/child.yaml'])).toEqual(['./sub/child.yaml:4:76 error']);
    writeFileSync(join(folder, 'other.yaml'), outer);
    expect(lines(['template.yaml', 'other.yaml'])).toEqual(['sub/child.yaml:4:76 error']);
  });
});
