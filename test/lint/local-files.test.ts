import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileReader } from '../../src/files/reader.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synth-asl-'));
  mkdirSync(join(folder, 'app', 'flows'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** State machines, each of four lines with its `DefinitionUri` on the third, the first on line 4. */
const template = (...uris: string[]): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n${uris
    .map(
      (uri, at) =>
        `  M${at}:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: ${uri}\n      Role: !Ref AWS::NoValue\n`,
    )
    .join('')}`;

const wrong = '{\n  "StartAt": "A",\n  "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Sucseed"}}\n}\n';

const write = (file: string, text: string): void => writeFileSync(join(folder, 'app', file), text);

const found = (text: string, options: LintOptions = {}) =>
  lint(text, { path: 'app/template.yaml', reader: fileReader(join(folder, 'app')), ...options }).problems.flatMap(
    ({ code, level, file, line, column, message, related, logicalId }) =>
      code === 'sfn-structure' || code.startsWith('path-not-') || code === 'unused-suppression'
        ? [{ code, level, place: `${file}:${line}:${column}`, message, logicalId, related }]
        : [],
  );

const places = (text: string, options: LintOptions = {}) =>
  found(text, options).map(({ code, level, place }) => `${place} ${level} ${code}`);

describe('a definition in a local file', () => {
  it('is checked where it stands, with the property that names it as related place', () => {
    write('flows/main.asl.json', wrong);
    const [problem, ...rest] = found(template('./flows/main.asl.json'));
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      place: 'app/flows/main.asl.json:3:64',
      level: 'error',
      logicalId: 'M0',
      related: [{ file: 'app/template.yaml', line: 6, column: 22, endLine: 6, endColumn: 43 }],
    });
  });

  it('is told once where several state machines have it, with all of them as related places', () => {
    write('main.asl.json', wrong);
    const problems = found(template('main.asl.json', './main.asl.json', 'x/../main.asl.json'));
    expect(problems.map(({ place }) => place)).toEqual(['app/main.asl.json:3:64']);
    expect(problems[0]!.related!.map(({ line }) => line)).toEqual([6, 11, 16]);
  });

  it('may have substitutions in the place of any value', () => {
    write('main.json', '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Delay}, "End": true}}}');
    expect(places(template('main.json'))).toEqual([]);
  });

  it('may be YAML, of any extension', () => {
    write(
      'main.asl.yaml',
      '# A machine\nStartAt: A\nStates:\n  A: {Type: Pass, Next: "${Next}"}\n  B: {Type: Task, End: true}\n',
    );
    expect(places(template('main.asl.yaml'))).toEqual(['app/main.asl.yaml:5:3 error sfn-structure']);
    write('flow.yml', '{StartAt: A, States: {A: {Type: Succeed}}}');
    expect(places(template('flow.yml'))).toEqual([]);
  });

  it('is told where it cannot be read', () => {
    write('broken.json', '{"StartAt": "A",\n "States": {,}}');
    write('broken.yaml', 'StartAt: A\nStates: [\n');
    write('empty.json', '');
    write('list.json', '[]');
    expect(places(template('broken.json', 'broken.yaml', 'empty.json', 'list.json', 'flows'))).toEqual([
      'app/broken.json:2:13 error sfn-structure',
      expect.stringMatching(/^app\/broken\.yaml:[23]:\d+ error sfn-structure$/),
      'app/empty.json:1:1 error sfn-structure',
      'app/list.json:1:1 error sfn-structure',
      'app/template.yaml:26:22 error path-not-file',
    ]);
  });

  it('is missed once, by the transform', () => {
    expect(places(template('nothing.json'))).toEqual(['app/template.yaml:6:22 warning path-not-found']);
  });

  it('is read outside the folder of the template only where that is allowed', () => {
    writeFileSync(join(folder, 'shared.json'), wrong);
    for (const uri of ['../shared.json', join(folder, 'shared.json')]) {
      expect(places(template(uri))).toEqual(['app/template.yaml:6:22 info sfn-structure']);
    }
    expect(places(template('../shared.json'), { includeOutside: true })).toEqual([
      'shared.json:3:64 error sfn-structure',
    ]);
  });

  it('is not looked for without a reader, nor where it is in S3', () => {
    expect(places(template('main.json'), { reader: undefined })).toEqual([]);
    expect(places(template('s3://bucket/main.json'))).toEqual([]);
  });

  it('is read once, and nothing is read for other templates', () => {
    const read: string[] = [];
    const reader = {
      kind: () => 'file' as const,
      fingerprint: () => 'f',
      text: (path: string) => {
        read.push(path);
        return wrong;
      },
    };
    places(template('a.json', './a.json', 'flows/b.json'), { reader });
    expect(read).toEqual(['a.json', 'flows/b.json']);
    const inline = template('x').replace('DefinitionUri: x', 'Definition: {StartAt: A, States: {A: {Type: Succeed}}}');
    places(inline, { reader });
    expect(read).toHaveLength(2);
  });
});

describe('a suppression', () => {
  const yaml = (end = '') => `StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B${end}\n`;
  const ignore = '# synth-ignore sfn-structure: later';

  it('at the property that names a file covers what is found in the file', () => {
    write('main.yaml', yaml());
    expect(places(template('main.yaml'))).toEqual(['app/main.yaml:5:11 error sfn-structure']);
    expect(places(template(`main.yaml ${ignore}`))).toEqual([]);
    const all = `Metadata: {synth: {ignore: [{rule: sfn-structure, reason: later}]}}\n${template('main.yaml')}`;
    expect(places(all)).toEqual([]);
  });

  it('in the file covers its line', () => {
    write('main.yaml', yaml(` ${ignore}`));
    expect(places(template('main.yaml'))).toEqual([]);
  });

  it('on the same line of the template does not', () => {
    write('main.yaml', yaml());
    const text = template('main.yaml').replace('    Properties:', `    Properties: ${ignore}`);
    expect(places(text)).toEqual([
      'app/main.yaml:5:11 error sfn-structure',
      'app/template.yaml:5:17 warning unused-suppression',
    ]);
  });
});
