import { expect, it } from 'vitest';
import { expand, type Problem } from '../../src/index.ts';
import { summary, toText } from '../../src/report/text.ts';

const shown = (text: string, problem: Partial<Problem>): string =>
  toText([{ code: 'a-code', level: 'error', message: 'Text.', file: 'a.yaml', ...problem }], {
    colour: false,
    source: (file) => (file === 'a.yaml' ? { file, text } : undefined),
  });

it('shows the line with those around it and marks the place', () => {
  const text = 'Resources:\n  A:\n    Type: AWS::Serverless::SimpleTable\n    Properties:\n      Nmae: x\n';
  const { problems } = expand(text, { path: 'a.yaml' });
  expect(toText(problems, { colour: false, source: (file) => ({ file, text }) })).toBe(`\
a.yaml:5:7 error unknown-property 'A' (AWS::Serverless::SimpleTable) has no property 'Nmae'.
  4 |     Properties:
> 5 |       Nmae: x
    |       ^^^^

`);
});

it('marks the first line of what runs over several', () => {
  expect(shown('a:\n  b\n  c\n', { line: 2, column: 3, endLine: 3, endColumn: 4 })).toContain('> 2 |   b\n    |   ^\n');
});

it('keeps the mark under its text behind tabs and wide characters', () => {
  expect(shown('\tx: y', { line: 1, column: 2, endLine: 1, endColumn: 3 })).toContain('> 1 | \tx: y\n    | \t^\n');
  expect(shown('日本😀: y', { line: 1, column: 5, endLine: 1, endColumn: 6 })).toContain('\n    |       ^\n');
});

it('cuts long lines around the place', () => {
  const text = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
  const [, line, mark] = shown(text, { line: 1, column: 5001, endLine: 1, endColumn: 5005 }).split('\n') as string[];
  expect(line!.length).toBeLessThan(200);
  expect(line!.indexOf('HERE')).toBe(mark!.indexOf('^^^^'));
});

it('shows no frame where there is nothing to show', () => {
  expect(shown('', { line: 1, column: 1 })).toBe('a.yaml:1:1 error a-code Text.\n');
  expect(shown('a: b', { file: 'other.yaml', line: 1, column: 1 })).toBe('other.yaml:1:1 error a-code Text.\n');
  expect(shown('a: b', {})).toBe('a.yaml error a-code Text.\n');
});

it('does not let a template take over the terminal', () => {
  const text = shown('a: \u001b[2J\u202e\n', { message: 'Found \u001b]0;x\u0007.', line: 1, column: 1 });
  expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
});

it('colours only what it adds', () => {
  const problem: Problem = { code: 'a', level: 'warning', message: 'Text.', file: 'a.yaml', line: 1, column: 1 };
  const text = toText([problem], { colour: true, source: (file) => ({ file, text: 'a: b' }) });
  expect(text).toContain('\u001b[1;33mwarning\u001b[0m');
  expect(text).toContain(' a: b\n');
});

it('sums up', () => {
  const of = (...levels: Problem['level'][]) => summary(levels.map((level) => ({ code: 'a', level, message: '' })));
  expect(of()).toBe('');
  expect(of('error')).toBe('1 error');
  expect(of('warning', 'error', 'error')).toBe('2 errors and 1 warning');
  expect(of('info', 'error', 'warning', 'warning')).toBe('1 error, 2 warnings and 1 info');
});
