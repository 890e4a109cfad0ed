import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const main = (include: string): string => `synth: 1\ninclude: ${include}\ntopics: {Alerts: }\n`;
const queue = (id: string): string => `queues: {${id}: }\n`;

const files = {
  'top.yaml': queue('Top'),
  '.hidden.yaml': queue('Hidden'),
  'parts/b.yaml': queue('B'),
  'parts/a.yaml': queue('A'),
  'parts/a.txt': 'no: sections\n',
  'parts/deep/down/c.yaml': queue('C'),
  'node_modules/x/d.yaml': queue('D'),
};

/** What expanding a file with this `include` gives: the ids, or what is reported. */
const expanded = (include: string): string[] => {
  const { out, err } = synth(folderWith({ ...files, 'synth.yaml': main(include) }), ['synth.yaml']);
  return out === '' ? err.split('\n').filter((line) => line.startsWith('synth.yaml:')) : idsOf(out);
};
const idsOf = (out: string): string[] => Object.keys(JSON.parse(out).Resources);

describe('include', () => {
  it.each([
    ['a file', 'parts/a.yaml', ['Alerts', 'A']],
    ['files by a pattern, in the order of their names', '[parts/*.yaml]', ['Alerts', 'A', 'B']],
    ['one character', 'parts/?.yaml', ['Alerts', 'A', 'B']],
    ['folders by a pattern', '[p*/*.yaml]', ['Alerts', 'A', 'B']],
    ['any folders', "['parts/**/*.yaml']", ['Alerts', 'A', 'B', 'C']],
    ['all but the file itself, hidden files and node_modules', "'**/*.yaml'", ['Alerts', 'Top', 'A', 'B', 'C']],
    ['a file once that two patterns find', '[parts/a.yaml, parts/*.yaml, ./parts/a.yaml]', ['Alerts', 'A', 'B']],
  ])('takes %s', (_, include, ids) => expect(expanded(include)).toEqual(ids));

  it.each([
    [
      'itself',
      'synth.yaml',
      'synth.yaml:2:10 error include-cycle The file includes itself. Name the other files only.',
    ],
    [
      'a folder',
      'parts/',
      "synth.yaml:2:10 error spec-invalid-value 'parts/' is a folder. To include the files in it, write 'parts/*.yaml'.",
    ],
    [
      'the folder itself',
      '.',
      "synth.yaml:2:10 error spec-invalid-value '.' is a folder. To include the files in it, write './*.yaml'.",
    ],
    [
      'an empty text',
      "''",
      "synth.yaml:2:10 error spec-invalid-value 'include' takes paths of files, such as 'tables.yaml' or 'functions/*.yaml'; found an empty text.",
    ],
    ['no file', 'part.yaml', "synth.yaml:2:10 error path-not-found There is no file 'part.yaml' to include."],
  ])('refuses %s', (_, include, line) => expect(expanded(include)).toEqual([line]));

  it('warns of a pattern that finds nothing', () => {
    const { err, code } = synth(folderWith({ ...files, 'synth.yaml': main('parts/*.yml') }), ['synth.yaml']);
    expect([err.split('\n')[0], code]).toEqual([
      "synth.yaml:2:10 warning spec-include-empty No file matches 'parts/*.yml'.",
      0,
    ]);
  });

  it('follows no links to folders for any number of folders, and none out of the folder', () => {
    const folder = folderWith({
      'in/synth.yaml': main("'parts/**/*.yaml'"),
      'in/parts/a.yaml': queue('A'),
      'x.yaml': queue('X'),
    });
    symlinkSync('..', join(folder, 'in/parts/up'));
    expect(idsOf(synth(folder, ['in/synth.yaml']).out)).toEqual(['Alerts', 'A']);
    symlinkSync('../../x.yaml', join(folder, 'in/parts/x.yaml'));
    expect(synth(folder, ['in/synth.yaml']).err).toContain("include-outside 'parts/x.yaml' is outside");
  });

  it.each([
    ['code: src', "parts/f.yaml:3:13 error path-not-found There is no file or folder 'parts/src'."],
    [
      'code: ../src, memry: 1GB',
      "parts/f.yaml:3:21 error spec-unknown-key 'memry' is not a key of a function. Did you mean 'memory'?",
    ],
  ])('reads paths in an included file from its folder, and reports faults there: %s', (keys, line) => {
    const folder = folderWith({
      'synth.yaml': main('parts/*.yaml'),
      'parts/f.yaml': `functions:\n  F: {code: ../src, runtime: nodejs22.x, handler: a.b}\n  G: {${keys}, runtime: nodejs22.x, handler: a.b}\n`,
      'src/index.js': 'exports.handler = async () => 1;\n',
    });
    const { err } = synth(folder, ['synth.yaml']);
    expect(err.split('\n').filter((each) => /^\S+:\d+:\d+ /.test(each))).toEqual([line]);
  });

  it('names both places of a name that two files declare', () => {
    const folder = folderWith({
      'synth.yaml': main('parts/*.yaml'),
      'parts/a.yaml': queue('Jobs'),
      'parts/b.yaml': queue('Jobs'),
    });
    const { err } = synth(folder, ['synth.yaml']);
    expect(err).toContain(
      "parts/b.yaml:1:10 error spec-name-twice 'Jobs' is declared twice, first on line 1 of 'parts/a.yaml'.",
    );
  });
});

it.each([
  ['.', "'.' cannot be read: it is a folder."],
  ['parts', "'parts' cannot be read: it is a folder."],
])('AWS::Include of the folder %s names it', (location, message) => {
  const template = `Resources: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ${location}}}}\n`;
  const { err } = synth(folderWith({ ...files, 't.yaml': template }), ['t.yaml']);
  expect(err).toContain(`error path-not-readable ${message}`);
});
