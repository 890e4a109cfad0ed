import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';
import { readByJsYaml } from './other-parsers.ts';

const agree = (text: string, name = 'the text'): void => {
  const { root, findings } = parse(text);
  expect(
    findings.filter(({ level }) => level === 'error'),
    name,
  ).toEqual([]);
  expect(root, name).toEqual(readByJsYaml(text));
};

describe('reads as js-yaml does', () => {
  it.each([
    ['short forms of one value', 'a: !Ref B\nb: !Sub "${A}-x"\nc: !GetAtt A.B.C\nd: !ImportValue x\ne: !Condition C\n'],
    [
      'short forms of lists',
      'a: !If [A, !Ref B, !Ref "AWS::NoValue"]\nb: !Join ["", [a, !Ref B]]\nc: !GetAtt [A, B]\n',
    ],
    ['short forms of blocks', 'a: !Sub\n  - ${x}\n  - x: {Ref: y}\n'],
    ['short forms over blocks', 'a: !Sub |\n  one\n  two ${A}\nb: !Or\n  - !Equals [a, b]\n  - !Not [!Condition C]\n'],
    ['short forms in each other', 'a: !Select [0, !Split [",", !FindInMap [A, !Ref B, c]]]\n'],
    ['anchors, aliases and merge keys', 'a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\nd: {<<: [*a, {x: 4, z: 5}]}\n'],
    ['a merge key after the keys', 'a: &a {x: 1, y: 2}\nb:\n  y: 3\n  <<: *a\n'],
    ['a redefined anchor', 'a: &a 1\nb: *a\nc: &a 2\nd: *a\n'],
    ['block texts', 'a: |\n  x\n   y\n\n  z\nb: >\n  x\n  y\n\n  z\nc: |-\n  x\n\nd: |+\n  x\n\ne: >2\n   x\n'],
    ['quoted texts', 'a: "x\\ty\\u00e9 \\\n  z"\nb: \'it\'\'s\'\nc: "a\n  b\n\n  c"\n'],
    ['plain texts over lines', 'a: x\n  y\n\n  z\nb: http://x/#y #comment\n'],
    ['numbers', 'a: [1, -2, 0x1F, 0b11, 017, 1_000, 1.5, .5, 12:30]\n'],
    ['words', 'a: [true, False, null, ~, NULL, TRUE, text]\n'],
    ['empty values', 'a:\nb: {}\nc: []\nd: ""\ne: {f: , g}\n'],
    ['explicit keys', '? a\n: b\n? c\n'],
    ['a document marker, a comment and a directive', '%YAML 1.1\n--- # text\na: b\n...\n'],
    ['line breaks of Windows', 'a:\r\n  - b\r\n  - |\r\n    c\r\n    d\r\n'],
    ['JSON', '{"a": [1, 2.5, true, null, "\\u00e9\\n"], "b": {"Fn::Sub": "x"}, "c": {}}'],
    ['JSON with tabs', '{\n\t"a":\t[\n\t\t"b"\n\t]\n}\n'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n'],
  ])('%s', (_, text) => agree(text));

  it('templates', () => {
    const files = templates();
    expect(files).not.toEqual([]);
    for (const file of files) agree(readFileSync(file, 'utf8'), file);
  });
});

/** The project's own templates, and those of the conformance cases where they are at hand. */
function templates(): string[] {
  const folders = ['templates', 'test/conformance/own', '../shared/conformance/sam'].filter((folder) =>
    existsSync(folder),
  );
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'template.yaml')))
    .filter((file) => existsSync(file));
}
