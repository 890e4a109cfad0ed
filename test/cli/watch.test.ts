import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n';

interface Watching {
  readonly process: ChildProcess;
  readonly said: { out: string; err: string };
  /** Waits until the output fits. */
  until(fits: (said: { out: string; err: string }) => boolean): Promise<void>;
  end(): Promise<number | null>;
}

const watching = (folder: string, args: readonly string[]): Watching => {
  const child = spawn(process.execPath, [resolve('bin/synth.js'), ...args, '--watch'], { cwd: folder });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const until: Watching['until'] = async (fits) => {
    for (let waited = 0; !fits(said); waited += 50) {
      if (waited > 20_000) throw new Error(`It never came: ${JSON.stringify(said)}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  };
  const end = (): Promise<number | null> =>
    new Promise((done) => {
      child.once('exit', done);
      child.kill('SIGINT');
    });
  return { process: child, said, until, end };
};

const started = ({ err }: { err: string }): boolean => err.includes('watching');
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('--watch', () => {
  it('lints again when a template changes, and ends with the code of the last run', async () => {
    const folder = folderWith({ 'template.yaml': template, 'more/other.template.yaml': template });
    const run = watching(folder, ['lint', 'template.yaml', 'more']);
    await run.until(started);
    expect(run.said.err).toBe(
      'No findings in 2 files.\nsynth: watching 2 files, and what else is in this folder; Ctrl+C ends it.\n',
    );
    appendFileSync(join(folder, 'more/other.template.yaml'), '# Checked again.\n');
    await run.until(({ err }) => err.endsWith("synth: 'more/other.template.yaml' changed.\nNo findings in 2 files.\n"));
    expect(run.said.out).toBe('');
    appendFileSync(join(folder, 'template.yaml'), 'Nope: 1\n');
    await run.until(({ out }) => out.includes("no key 'Nope'"));
    expect(run.said.err).toContain("'template.yaml' changed.");
    expect(await run.end()).toBe(1);
  });

  it('goes on where the template is gone for a while', async () => {
    const folder = folderWith({ 'a/template.yaml': template });
    const run = watching(folder, ['expand', 'a/template.yaml']);
    await run.until(started);
    writeFileSync(join(folder, 'a/template.yaml'), 'Resources: [');
    await run.until(({ err }) => err.includes('error'));
    writeFileSync(join(folder, 'a/template.yaml'), template.replace('Topic:', 'Second:'));
    await run.until(({ err }) => err.endsWith('Expanded 1 of 1 template.\n'));
    expect(run.said.out).toContain('"Second"');
    expect(run.said.err).toContain("watching 1 file, and what else is in 'a'; Ctrl+C ends it.\n");
    expect(run.said.err).toContain('Expanded 0 of 1 template.\n');
    expect(await run.end()).toBe(0);
  });

  it('is not started again by what it writes, nor by folders of tools', async () => {
    const folder = folderWith({ 'template.yaml': template, 'node_modules/x': '' });
    const run = watching(folder, ['expand', '--out', 'out.json']);
    await run.until(started);
    appendFileSync(join(folder, 'node_modules/x'), 'x');
    mkdirSync(join(folder, 'cdk.out'));
    appendFileSync(join(folder, 'template.yaml'), '  Other: {Type: AWS::SNS::Topic}\n');
    await run.until(({ err }) => err.includes('changed'));
    await new Promise((resume) => setTimeout(resume, 1500));
    expect(times(run.said.err, 'changed')).toBe(1);
    expect(await run.end()).toBe(0);
  });

  it('keeps snapshots in step with --update', async () => {
    const folder = folderWith({ 'template.yaml': template });
    const run = watching(folder, ['snapshot', '--update']);
    await run.until(started);
    expect(existsSync(join(folder, 'snapshots/template.yaml'))).toBe(true);
    appendFileSync(join(folder, 'template.yaml'), '  Other: {Type: AWS::SNS::Topic}\n');
    await run.until(({ out }) => out.includes('updated snapshots/template.yaml'));
    expect(await run.end()).toBe(0);
    expect(times(run.said.err, 'changed')).toBe(1);
  });

  it.skipIf(process.platform === 'win32')(
    'is not started by files that its own output goes to, however it gets there',
    async () => {
      for (const redirection of ['> out.log 2>&1', '2>&1 | tee out.log']) {
        const folder = folderWith({ 'template.yaml': template, 'out.log': '' });
        const line = `exec ${process.execPath} ${resolve('bin/synth.js')} lint template.yaml --watch ${redirection}`;
        const child = spawn('sh', ['-c', line], { cwd: folder, detached: true });
        const log = (): string => readFileSync(join(folder, 'out.log'), 'utf8');
        const until = async (fits: () => boolean): Promise<void> => {
          for (let waited = 0; !fits() && waited < 20_000; waited += 50) await new Promise((go) => setTimeout(go, 50));
        };
        await until(() => log().includes('watching'));
        appendFileSync(join(folder, 'template.yaml'), '# Checked again.\n');
        await until(() => log().includes('changed'));
        await new Promise((go) => setTimeout(go, 1000));
        process.kill(-child.pid!, 'SIGINT');
        expect(log()).toBe(
          "No findings in 1 file.\nsynth: watching 1 file, and what else is in this folder; Ctrl+C ends it.\nsynth: 'template.yaml' changed.\nNo findings in 1 file.\n",
        );
      }
    },
  );

  it('is started by files that were read, and by new ones that .gitignore does not name', async () => {
    const folder = folderWith({
      'template.yaml':
        'Resources:\n  Topic: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: topic.yaml}}}\n',
      'topic.yaml': 'Type: AWS::SNS::Topic\n',
      'notes.txt': '',
      '.gitignore': '*.log\n',
    });
    const run = watching(folder, ['lint', 'template.yaml']);
    await run.until(started);
    appendFileSync(join(folder, 'notes.txt'), 'x');
    writeFileSync(join(folder, 'new.log'), 'x');
    await new Promise((resume) => setTimeout(resume, 1000));
    expect(times(run.said.err, 'changed')).toBe(0);
    appendFileSync(join(folder, 'topic.yaml'), '# x\n');
    await run.until(({ err }) => err.includes("'topic.yaml' changed"));
    writeFileSync(join(folder, 'synth.config.yaml'), 'rules: {}\n');
    await run.until(({ err }) => err.includes("'synth.config.yaml' changed"));
    await run.end();
    expect(times(run.said.err, 'changed')).toBe(2);
  });

  it('is not for stdin', () => {
    const { err, code } = synth(folderWith({}), ['lint', '-', '--watch'], template);
    expect(err).toContain("'--watch' cannot be used with stdin.");
    expect(code).toBe(2);
  });
});
