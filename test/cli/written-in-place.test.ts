import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Run, synth } from './synth.ts';

const command = `${process.execPath} ${resolve('bin/synth.js')}`;

/** A file of two names with more text than a block of the file system. */
const linked = (text: string): string => {
  const folder = folderWith({ 't.yaml': text });
  linkSync(join(folder, 't.yaml'), join(folder, 'other.yaml'));
  return folder;
};

const bothOf = (folder: string): readonly string[] =>
  ['t.yaml', 'other.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'));

const resources = (count: number, body: string): string =>
  `Resources:\n${Array.from({ length: count }, (_, at) => `  R${at}:\n${body}`).join('')}`;

/** The fix makes each of them longer. */
const growing = resources(
  60,
  `    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    Properties: {AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}], BillingMode: PAY_PER_REQUEST}
`,
);

/** The fix makes each of them shorter. */
const shrinking = resources(60, '    Type: AWS::SQS::Queue\n    Properties: {VisibilityTimeout: 500000000}\n');

/** Does something the first time that a file is cut. */
const atCut = (what: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { ftruncateSync } = fs;
    let isFirst = true;
    fs.ftruncateSync = (...given) => {
      if (!isFirst) return ftruncateSync(...given);
      isFirst = false;
      ${what};
    };
    syncBuiltinESMExports();`)}`,
});

describe('a file of several names', () => {
  it.each([
    ['longer', growing],
    ['shorter', shrinking],
  ])('stays one file that a fix makes %s', (_, text) => {
    const folder = linked(text);
    expect(synth(folder, ['lint', '--fix-unsafe', 't.yaml']).err).not.toContain('cannot');
    const [own, other] = bothOf(folder);
    expect(own).toBe(other);
    expect(own).not.toBe(text);
    expect(synth(folder, ['lint', 't.yaml', '--preset', 'errors'])).toMatchObject({ out: '', code: 0 });
  });

  it('keeps its content where there is no room for what it grows by', () => {
    const blocks = Math.ceil(growing.length / 512);
    const folder = linked(growing);
    const { status: code, stderr: err } = spawnSync(
      'sh',
      ['-c', `ulimit -f ${blocks}; exec ${command} lint --fix-unsafe t.yaml`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
    );
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("'t.yaml' cannot be written") });
    expect(bothOf(folder)).toEqual([growing, growing]);
  });

  it.each([
    ['longer', growing],
    ['shorter', shrinking],
  ])('gets its content back where it cannot be written to its end, made %s', (_, text) => {
    const folder = linked(text);
    const run: Run = synth(
      folder,
      ['lint', '--fix-unsafe', 't.yaml'],
      '',
      atCut("throw Object.assign(new Error('broken on purpose'), { code: 'EIO' })"),
    );
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining("'t.yaml' cannot be written") });
    expect(bothOf(folder)).toEqual([text, text]);
  });

  it.each([
    ['longer', growing],
    ['shorter', shrinking],
  ])('is a template that says what it should where the run is killed before its end, made %s', (_, text) => {
    const folder = linked(text);
    expect(
      synth(folder, ['lint', '--fix-unsafe', 't.yaml'], '', atCut("process.kill(process.pid, 'SIGKILL')")),
    ).toMatchObject({ code: null });
    const [killed] = bothOf(folder);
    const whole = linked(text);
    synth(whole, ['lint', '--fix-unsafe', 't.yaml']);
    expect(killed!.trimEnd()).toBe(bothOf(whole)[0]!.trimEnd());
  });
});
