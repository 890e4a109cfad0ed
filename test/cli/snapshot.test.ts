import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs22.x
      Timeout: 3
  Table:
    Type: AWS::Serverless::SimpleTable
`;

const project = (): string => folderWith({ 'template.yaml': template, 'src/index.mjs': 'export const handler = 1;' });
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const change = (folder: string, from: string, to: string): void => {
  const before = read(folder, 'template.yaml');
  expect(before).toContain(from);
  writeFileSync(join(folder, 'template.yaml'), before.replace(from, to));
};
const kept = 'snapshots/template.yaml';

describe('synth snapshot', () => {
  it('writes what the template becomes, and finds it again', () => {
    const folder = project();
    expect(synth(folder, ['snapshot'])).toEqual({ out: `written ${kept}\n`, err: '', code: 0 });
    expect(read(folder, kept)).toMatch(/^# Snapshot of \.\.\/template\.yaml\n# Written by 'synth snapshot --update'/);
    expect(read(folder, kept)).toContain('\n  OrdersRole:\n    Type: AWS::IAM::Role\n');
    for (const args of [[], ['--check'], ['--ci'], ['--update']])
      expect(synth(folder, ['snapshot', ...args])).toEqual({ out: '1 snapshot matches.\n', err: '', code: 0 });
  });

  it('shows what changed, and because of which line, and overwrites nothing', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    const before = read(folder, kept);
    change(folder, 'Timeout: 3', 'Timeout: 30\n      Description: Takes orders');
    change(folder, '  Table:\n    Type: AWS::Serverless::SimpleTable', '  Queue:\n    Type: AWS::SQS::Queue');
    for (const args of [[], ['--check'], ['--ci']]) {
      const { out, err, code } = synth(folder, ['snapshot', ...args]);
      expect([err, code]).toEqual(['', 1]);
      expect(out).toBe(`template.yaml becomes something else than '${kept}' says:
  ~ Orders (AWS::Lambda::Function)
      Properties.Description: + Takes orders  because of line 10 of template.yaml
      Properties.Timeout: 3 → 30  because of line 9 of template.yaml
  + Queue (AWS::SQS::Queue)  because of line 11 of template.yaml
  - Table (AWS::DynamoDB::Table)

1 snapshot differs. If that is as intended, run 'synth snapshot --update'. 'synth diff' shows what the deployment would do.
`);
      expect(read(folder, kept)).toBe(before);
    }
    expect(synth(folder, ['snapshot', '-u'])).toEqual({ out: `updated ${kept}\n`, err: '', code: 0 });
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
  });

  it('does not count what changes in code, or whether it was built', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    writeFileSync(join(folder, 'src/index.mjs'), 'export const handler = 2;');
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
    rmSync(join(folder, 'src'), { recursive: true });
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
  });

  it('counts what changes in a definition', () => {
    const machine = (text: string) => ({ 'machine.asl.json': `{"StartAt": "${text}"}` });
    const folder = folderWith({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties: {DefinitionUri: machine.asl.json, Role: 'arn:aws:iam::123456789012:role/r'}
`,
      ...machine('A'),
    });
    synth(folder, ['snapshot']);
    writeFileSync(join(folder, 'machine.asl.json'), machine('B')['machine.asl.json']);
    expect(synth(folder, ['snapshot', '--check'])).toMatchObject({ code: 1, out: expect.stringContaining('Machine') });
  });

  it('fails without a snapshot where it must not write', () => {
    for (const option of ['--check', '--ci']) {
      const folder = project();
      const { out, code } = synth(folder, ['snapshot', option]);
      expect(code).toBe(1);
      expect(out).toContain(`template.yaml has no snapshot: there is no '${kept}'.`);
      expect(out).toContain("1 snapshot is missing. Run 'synth snapshot' and commit what it writes.");
      expect(existsSync(join(folder, 'snapshots'))).toBe(false);
    }
  });

  it('reports a snapshot whose template is gone, and removes it with --update', () => {
    const folder = folderWith({ 'template.yaml': template, 'old.yaml': template });
    synth(folder, ['snapshot', 'template.yaml', 'old.yaml']);
    rmSync(join(folder, 'old.yaml'));
    const { out, code } = synth(folder, ['snapshot', '--check']);
    expect(code).toBe(1);
    expect(out).toContain("snapshots/old.yaml: its template 'old.yaml' is gone.");
    expect(synth(folder, ['snapshot', '--update']).out).toContain('removed snapshots/old.yaml');
    expect(existsSync(join(folder, 'snapshots/old.yaml'))).toBe(false);
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
  });

  it.each([
    ['a pattern', ['services/*/template.yaml'], 'services/b/snapshots/template.yaml'],
    ['a folder', ['services'], 'services/b/snapshots/template.yaml'],
    ['the configuration', [], 'services/b/snapshots/template.yaml'],
    ['a folder for all', ['services', '--dir', 'kept'], 'kept/services/b/template.yaml'],
  ])('finds the snapshot of the only template of a folder, which is gone: %s', (_, args, left) => {
    const folder = folderWith({
      'services/a/template.yaml': template,
      'services/b/template.yaml': template,
      'synth.config.yaml': "templates: ['services/*/template.yaml']\n",
    });
    expect(synth(folder, ['snapshot', ...args]).code).toBe(0);
    expect(existsSync(join(folder, left))).toBe(true);
    rmSync(join(folder, 'services/b/template.yaml'));
    const { out, code } = synth(folder, ['snapshot', '--check', ...args]);
    expect(out).toContain(`${left}: its template 'services/b/template.yaml' is gone.`);
    expect(code).toBe(1);
    expect(synth(folder, ['snapshot', '-u', ...args]).code).toBe(0);
    expect(existsSync(join(folder, left))).toBe(false);
  });

  it('keeps all snapshots in a folder', () => {
    const folder = folderWith({ 'a/template.yaml': template, 'b/template.yaml': template });
    const args = ['snapshot', 'a/template.yaml', 'b/template.yaml', '--dir', 'kept'];
    expect(synth(folder, args).out).toBe('written kept/a/template.yaml\nwritten kept/b/template.yaml\n');
    expect(read(folder, 'kept/a/template.yaml')).toContain('# Snapshot of ../../a/template.yaml\n');
    expect(synth(folder, [...args, '--check']).code).toBe(0);
  });

  it('takes the stage of a compact spec, region and parameters', () => {
    const spec = `synth: 1
parameters: {Name: {default: x}}
stages: {prod: {queues: {Jobs: {visibility: 60s}}}}
queues: {Jobs: {name: '\${Name}-\${AWS::Region}'}}
conditions: {IsEast: !Equals [!Ref AWS::Region, us-east-1]}
`;
    const folder = folderWith({ 'synth.yaml': spec });
    expect(synth(folder, ['snapshot', '--stage', 'prod']).out).toBe('written snapshots/synth.prod.yaml\n');
    expect(read(folder, 'snapshots/synth.prod.yaml')).toContain('VisibilityTimeout: 60');
    expect(read(folder, 'snapshots/synth.prod.yaml')).toMatch(/^# Snapshot of \.\.\/synth\.yaml, stage prod\n/);
    expect(synth(folder, ['snapshot', '--stage', 'nope'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('nope'),
    });
  });

  it('goes on where one template has errors', () => {
    const folder = folderWith({
      'bad.yaml': 'Resources: {A: {Type: AWS::Serverless::Function}}',
      'good.yaml': template,
    });
    const { out, err, code } = synth(folder, ['snapshot', 'bad.yaml', 'none.yaml', 'good.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('bad.yaml');
    expect(err).toContain("'none.yaml' cannot be read");
    expect(out).toBe('written snapshots/good.yaml\n');
  });

  it('takes a snapshot with other line ends, or formatted otherwise, for the same', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    writeFileSync(join(folder, kept), read(folder, kept).replaceAll('\n', '\r\n'));
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
    writeFileSync(join(folder, kept), `# mine\n${read(folder, kept)}`);
    expect(synth(folder, ['snapshot', '--check']).code).toBe(0);
  });

  it('gives one verdict on a file without its head, whether it reads or writes', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    const whole = read(folder, kept);
    const [, ...others] = whole.split('\n');
    writeFileSync(join(folder, kept), others.join('\n'));
    expect(synth(folder, ['snapshot', '--check'])).toEqual({ out: '1 snapshot matches.\n', err: '', code: 0 });
    expect(synth(folder, ['snapshot', '-u'])).toEqual({ out: `updated ${kept}\n`, err: '', code: 0 });
    expect(read(folder, kept)).toBe(whole);
  });

  it('shows an empty snapshot as broken, and writes it again', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    const whole = read(folder, kept);
    writeFileSync(join(folder, kept), '');
    const { out, err, code } = synth(folder, ['snapshot', '--check']);
    expect([out, err, code]).toEqual([expect.stringContaining(`'${kept}' is not a readable snapshot.\n`), '', 1]);
    expect(synth(folder, ['snapshot', '-u'])).toEqual({ out: `updated ${kept}\n`, err: '', code: 0 });
    expect(read(folder, kept)).toBe(whole);
  });

  it('refuses the snapshot of another template, also in a call of its own', () => {
    const file = 'snapshots/template.prod.yaml';
    const folder = folderWith({
      'template.yaml': template,
      'template.prod.yaml': 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n',
      'synth.config.yaml': 'stages: {prod: {}}\n',
    });
    synth(folder, ['snapshot', 'template.yaml']);
    const before = read(folder, file);
    for (const args of [[], ['--check'], ['-u']]) {
      const { err, code } = synth(folder, ['snapshot', 'template.prod.yaml', ...args]);
      expect(err).toContain(
        `synth: 'template.yaml' and 'template.prod.yaml' would have the same snapshot '${file}'.\n`,
      );
      expect([code, read(folder, file)]).toEqual([2, before]);
    }
  });

  it('says how to remove several snapshots that are left over', () => {
    const folder = folderWith({ 'template.yaml': template });
    synth(folder, ['snapshot']);
    for (const name of ['a', 'b'])
      writeFileSync(
        join(folder, `snapshots/${name}.yaml`),
        read(folder, kept).replace('template.yaml', `${name}.yaml`),
      );
    expect(synth(folder, ['snapshot', '--check']).out).toContain(
      "2 snapshots are left over. Remove them, or run 'synth snapshot --update'.\n",
    );
  });

  it('overwrites no file that it did not write', () => {
    const folder = folderWith({ 'template.yaml': template, [kept]: 'mine: true\n' });
    const { err, code } = synth(folder, ['snapshot', '--update']);
    expect(code).toBe(2);
    expect(err).toContain(`'${kept}' was not written by 'synth snapshot', so it is neither compared nor overwritten.`);
    for (const args of [[], ['--check']]) {
      const other = synth(folder, ['snapshot', ...args]);
      expect([other.out, other.err, other.code]).toEqual(['', err, 2]);
    }
    expect(read(folder, kept)).toBe('mine: true\n');
    const own = synth(folder, ['snapshot', '--update', '--dir', '.']);
    expect(own).toMatchObject({
      code: 2,
      err: expect.stringContaining("would overwrite the template 'template.yaml'"),
    });
  });

  it('takes a template that is named twice once, and names two that would share a snapshot', () => {
    const folder = project();
    const twice = synth(folder, ['snapshot', 'template.yaml', './template.yaml', join(folder, 'template.yaml')]);
    expect(twice).toEqual({ out: `written ${kept}\n`, err: '', code: 0 });
    writeFileSync(join(folder, 'template.json'), '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}');
    expect(synth(folder, ['snapshot', 'template.yaml', 'template.json'])).toEqual({
      out: '',
      err:
        `synth: 'template.yaml' and 'template.json' would have the same snapshot '${kept}'.\n` +
        'Rename one of them: a snapshot is called like its template and stage, without the ending of the file.\n',
      code: 2,
    });
  });

  it('names a file that lies where the folder of the snapshots has to be', () => {
    const folder = folderWith({ 'template.yaml': template, snapshots: '' });
    for (const args of [[], ['--update']]) {
      expect(synth(folder, ['snapshot', ...args])).toEqual({
        out: '',
        err: `synth: '${kept}' cannot be written: 'snapshots' is not a folder.\n`,
        code: 2,
      });
    }
    expect(synth(folder, ['snapshot', '--check']).code).toBe(1);
    const below = folderWith({ 'a/template.yaml': template, f: '' });
    for (const dir of ['f', 'f/x']) {
      const { err, code } = synth(below, ['snapshot', 'a', '--dir', dir]);
      expect([err, code]).toEqual([
        expect.stringMatching(/^synth: '\S+' cannot be written: 'f' is not a folder\.\n$/),
        2,
      ]);
    }
  });

  it('shows a snapshot with the conflict of a merge as broken, and writes it again', () => {
    const folder = project();
    synth(folder, ['snapshot']);
    const text = read(folder, kept);
    writeFileSync(join(folder, kept), `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`);
    const { out, code } = synth(folder, ['snapshot', '--check']);
    expect(code).toBe(1);
    expect(out).toContain(`'${kept}' is not a readable snapshot`);
    synth(folder, ['snapshot', '-u']);
    expect(read(folder, kept)).toBe(text);
  });

  it('writes and removes nothing where links lead out of the folder of the template', () => {
    const outside = folderWith({ 'x.yaml': 'mine\n' });
    const folder = project();
    mkdirSync(join(folder, 'snapshots'));
    for (const target of ['x.yaml', 'new.yaml']) {
      rmSync(join(folder, kept), { force: true });
      symlinkSync(join(outside, target), join(folder, kept));
      for (const args of [[], ['-u']]) {
        const { err, code } = synth(folder, ['snapshot', ...args]);
        expect([code, existsSync(join(outside, 'new.yaml'))]).toEqual([2, false]);
        expect(err).toContain(target === 'x.yaml' ? `'${kept}' ` : `'${kept}' leads out of the folder '.', to '`);
      }
    }
    rmSync(join(folder, 'snapshots'), { recursive: true });
    symlinkSync(outside, join(folder, 'snapshots'));
    const stale = "# Snapshot of ../gone.yaml\n# Written by 'synth snapshot'\n{}\n";
    writeFileSync(join(outside, 'gone.yaml'), stale);
    const { err, code } = synth(folder, ['snapshot', '-u']);
    expect([err, code]).toEqual([
      expect.stringMatching(/'snapshots' leads out of the folder '\.', to .*\nRemove the link first/),
      2,
    ]);
    expect([readdirSync(outside), read(outside, 'gone.yaml')]).toEqual([['gone.yaml', 'x.yaml'], stale]);
    // A folder that is named may lie anywhere.
    expect(synth(folder, ['snapshot', '--dir', join(folder, 'snapshots')]).out).toContain('written ');
  });

  it.skipIf(process.platform === 'win32')('reports a folder of snapshots that cannot be read', () => {
    const folder = project();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'snapshots'));
    for (const mode of [0o000, 0o444]) {
      chmodSync(join(folder, 'snapshots'), mode);
      const { stderr, status } = spawnSync(process.execPath, [resolve('bin/synth.js'), 'snapshot', '--check'], {
        cwd: folder,
        encoding: 'utf8',
        ...(process.getuid?.() === 0 && { uid: 65_534 }),
      });
      expect([stderr, status]).toEqual([
        expect.stringMatching(/^synth: 'snapshots\/template\.yaml' cannot be read: permission denied\.\n/),
        2,
      ]);
      expect(stderr).not.toContain('of synth itself');
    }
  });

  it.each([
    [['--update', '--check'], "'--update' and '--check' exclude each other"],
    [['--update', '--ci'], "'--update' and '--ci' exclude each other"],
    [['-'], 'A template from stdin has no folder for a snapshot'],
    [['--stage', '../x'], "The stage '../x' cannot be part of the name of a file"],
    [['nowhere.yaml'], "'nowhere.yaml' cannot be read"],
  ])('refuses %j', (args, message) => {
    const { err, code } = synth(project(), ['snapshot', ...args], template);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
