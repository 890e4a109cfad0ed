import { describe, expect, it } from 'vitest';
import { fix, lint } from '../../src/index.ts';

const spec = (more: string, parameters = ''): string => `synth: 1
${parameters}queues: {Jobs: {}}
functions:
  A:
    code: src
    handler: a.b
    runtime: nodejs22.x
${more}`;

const fixed = (text: string, kinds: readonly ('safe' | 'unsafe')[]): string =>
  fix(text, { path: 'synth.yaml' }, kinds).text;

describe('fixes of what the compact language is easily mistaken in', () => {
  it.each([
    ['a rate in the singular', '    events: [rate(1 minutes)]\n', '    events: [rate(1 minute)]\n'],
    ['a rate in the plural', '    events: {E: rate(5 minute)}\n', '    events: {E: rate(5 minutes)}\n'],
    ['a word that YAML readers disagree on', '    Tags: {a: no}\n', "    Tags: {a: 'no'}\n"],
  ])('%s is safe to change', (_, before, after) => {
    expect(fixed(spec(before), ['safe'])).toBe(spec(after));
    expect(fixed(spec(after), ['safe', 'unsafe'])).toBe(spec(after));
  });

  it.each([
    [
      'a name as a text',
      spec('    env: {QUEUE: Jobs} # to be read\n'),
      spec('    env: {QUEUE: "${Jobs}"} # to be read\n'),
    ],
    [
      'a type as a default',
      spec('', 'parameters: {Name: string}\n'),
      spec('', 'parameters: {Name: {"type": "string"}}\n'),
    ],
  ])('%s is changed where it is asked for', (_, before, after) => {
    expect(fixed(before, ['safe'])).toBe(before);
    expect(fixed(before, ['unsafe'])).toBe(after);
    const codes = (text: string) => lint(text).problems.map(({ code }) => code);
    expect(codes(after).filter((code) => code === 'spec-name-as-text' || code === 'spec-type-as-default')).toEqual([]);
  });

  it('is made where another one cannot be', () => {
    // No gap can name 'a.b'.
    const before = `synth: 1
queues: {a.b: {}}
functions:
  A: {code: src, handler: a.b, runtime: nodejs22.x, env: {QUEUE: a.b}, events: [rate(1 minutes)]}
  B: {code: src, handler: a.b, runtime: nodejs22.x, events: [rate(5 minute)]}
`;
    const after = before.replace('1 minutes', '1 minute').replace('5 minute)', '5 minutes)');
    expect(lint(before).problems.map(({ code }) => code)).toContain('spec-name-as-text');
    expect(fixed(before, ['safe', 'unsafe'])).toBe(after);
  });

  it('is offered with its place, and keeps a byte-order mark and line breaks', () => {
    const text = spec('    Tags: {a: no}\n').replaceAll('\n', '\r\n');
    const found = lint(text).problems.find(({ code }) => code === 'yaml-version-dependent');
    expect(found?.fix).toEqual({
      safety: 'safe',
      edits: [expect.objectContaining({ line: 8, column: 15, endColumn: 17, text: "'no'" })],
    });
    expect(fixed(`\ufeff${text}`, ['safe'])).toBe(`\ufeff${text.replace('no}', "'no'}")}`);
  });

  it('is not made in the base where a stage does not have the fault', () => {
    const text = `synth: 1
topics: {U: {fifo: true, name: x}, V: {fifo: true, name: y}}
stages: {dev: {topics: {U: {fifo: false}}}}
`;
    expect(fixed(text, ['safe'])).toBe(text.replace('name: y', 'name: y.fifo'));
  });
});
