import { describe, expect, it } from 'vitest';
import { lower } from '../../src/index.ts';
import type { Reader } from '../../src/model/reader.ts';

const main = (include: string): string => `synth: 1\ninclude: ${include}\nqueues: {A: {}}\n`;

/** The problems of including files: file, line and text. */
const included = (include: string, files: Readonly<Record<string, string>>) => {
  const all: Readonly<Record<string, string>> = { 'synth.yaml': main(include), ...files };
  const reader: Reader = {
    kind: (path) => (Object.hasOwn(all, path) ? 'file' : undefined),
    text: (path) => all[path],
    names: () => Object.keys(all),
    fingerprint: () => undefined,
  };
  const { problems } = lower(main(include), { path: 'synth.yaml', reader });
  return problems.map(({ file, line, message }) => [file, line, message]);
};

describe('include', () => {
  it('of another whole spec is one finding', () => {
    const whole = 'synth: 1\ndescription: x\ninclude: synth.yaml\ntopics: {B: {}}\n';
    expect(included('other.yaml', { 'other.yaml': whole })).toEqual([
      [
        'other.yaml',
        1,
        "An included file has sections only; 'synth', 'description' and 'include' belong in the file that includes it.",
      ],
    ]);
  });

  it('says where a section of an included file is misspelt', () => {
    expect(included('other.yaml', { 'other.yaml': 'topics: {B: {}}\ntabels:\n  T: {key: id}\n' })).toEqual([
      ['other.yaml', 2, "'tabels' is not a key of the file. Did you mean 'tables'?"],
    ]);
  });
});
