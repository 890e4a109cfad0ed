import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const queue = 'Resources:\n  Queue: {Type: AWS::SQS::Queue}\n';

const git = (folder: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

const commit = (folder: string): void => {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'one');
};

const repositoryWith = (files: Readonly<Record<string, string>>): string => {
  const folder = folderWith(files);
  git(folder, 'init', '-q');
  commit(folder);
  return folder;
};

/** A repository whose folder `app` has the files of another one, with settings of which some are commands. */
const repositoryInFiles = (): { readonly app: string; readonly mark: string } => {
  const outer = folderWith({});
  const inner = repositoryWith({ 'template.yaml': queue, '.gitattributes': '* filter=own\n' });
  const [app, mark] = [join(outer, 'app'), join(outer, 'mark')];
  execFileSync('cp', ['-r', join(inner, '.git'), app]);
  writeFileSync(join(app, 'template.yaml'), `${queue}# other\n`);
  for (const setting of ['core.fsmonitor', 'filter.own.clean', 'diff.external']) {
    execFileSync('git', ['config', '-f', join(app, 'config'), setting, `touch '${mark}'; cat`]);
  }
  for (const [key, value] of [['core.bare', 'false'] as const, ['core.worktree', '.'] as const]) {
    execFileSync('git', ['config', '-f', join(app, 'config'), key, value]);
  }
  mkdirSync(join(app, 'hooks'), { recursive: true });
  writeFileSync(join(app, 'hooks/post-index-change'), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
  return { app, mark };
};

/** An environment with a git that does not know the setting that keeps it from repositories among files. */
const olderGit = (): NodeJS.ProcessEnv => {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const folder = folderWith({
    git: `#!/bin/sh
for each; do
  shift
  [ "$each" = safe.bareRepository=explicit ] && each=older.git=true
  set -- "$@" "$each"
done
exec '${real}' "$@"
`,
  });
  chmodSync(join(folder, 'git'), 0o755);
  return { PATH: `${folder}:${process.env.PATH}` };
};

describe('what git runs for synth diff', () => {
  const calls = [['diff'], ['diff', 'template.yaml'], ['diff', '--since', 'HEAD'], ['diff', 'git:HEAD:template.yaml']];

  it.each([
    ['a git that knows of them', {}],
    ['an older git', olderGit()],
  ])('no command of a repository that lies among the files of another one, with %s', (_, env) => {
    const { app, mark } = repositoryInFiles();
    for (const args of calls) {
      const { code, err } = synth(app, args, '', env);
      expect([args, existsSync(mark)]).toEqual([args, false]);
      expect([code, err]).toEqual([2, expect.stringContaining('is not in a git repository with a working tree.')]);
    }
  });

  it('neither the monitor of files, nor a hook, nor a program for differences of the own repository', () => {
    const folder = repositoryWith({ 'template.yaml': queue, 'a.txt': 'a' });
    const mark = join(folder, '.git/mark');
    for (const setting of ['core.fsmonitor', 'diff.external', 'diff.own.textconv', 'core.pager', 'pager.grep']) {
      git(folder, 'config', setting, `touch '${mark}'; cat`);
    }
    writeFileSync(join(folder, '.git/info/attributes'), '* diff=own\n');
    writeFileSync(join(folder, '.git/hooks/post-index-change'), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    // The same content, written again: git would note that in its index.
    writeFileSync(join(folder, 'a.txt'), 'a');
    writeFileSync(join(folder, 'template.yaml'), queue.replace('AWS::SQS::Queue', 'AWS::SNS::Topic'));
    const { out, code } = synth(folder, ['diff']);
    expect([code, existsSync(mark)]).toEqual([0, false]);
    expect(out).toContain('template.yaml (HEAD → the working tree)');
  });

  it('the filter of its own settings that the attributes of a file name, for files that are changed', () => {
    const folder = repositoryWith({
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs22.x, Handler: a.h, CodeUri: src}}\n',
      'src/a.js': 'a',
      '.gitattributes': '*.js filter=own\n',
    });
    git(folder, 'config', 'filter.own.clean', 'tr b a');
    writeFileSync(join(folder, 'src/a.js'), 'b');
    expect(synth(folder, ['diff'])).toMatchObject({ code: 0, out: expect.stringContaining('changes nothing') });
    writeFileSync(join(folder, 'src/a.js'), 'c');
    expect(synth(folder, ['diff'])).toMatchObject({ code: 0, out: expect.stringContaining('other content') });
  });

  it.each([
    ['submodule.recurse', 'true'],
    ['color.grep', 'always'],
    ['color.ui', 'always'],
    ['color.diff', 'always'],
    ['grep.column', 'true'],
    ['diff.noprefix', 'true'],
  ])('with the same result where the user has set %s to %s', (key, value) => {
    const folder = repositoryWith({ 'template.yaml': queue });
    git(folder, 'config', key, value);
    writeFileSync(join(folder, 'template.yaml'), `${queue}  More: {Type: AWS::SQS::Queue}\n`);
    expect(synth(folder, ['diff'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 added') });
  });
});

describe('synth diff of the modes of files', () => {
  const template =
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs22.x, Handler: a.h, CodeUri: src}}\n';

  it.each([
    [0o644, 0o755],
    [0o755, 0o644],
  ])(
    'finds code that can be run where it could not, or the other way round, as long as that is not staged',
    (before, after) => {
      const folder = folderWith({ 'template.yaml': template, 'src/a.js': 'a' });
      chmodSync(join(folder, 'src/a.js'), before);
      git(folder, 'init', '-q');
      commit(folder);
      expect(synth(folder, ['diff']).out).toContain('changes nothing');
      chmodSync(join(folder, 'src/a.js'), after);
      const unstaged = synth(folder, ['diff', '--fail-on', 'changed']);
      expect([unstaged.code, unstaged.out]).toEqual([1, expect.stringContaining('Code.S3Key: other content')]);
      git(folder, 'add', '-A');
      expect(synth(folder, ['diff', '--fail-on', 'changed'])).toEqual(unstaged);
    },
  );

  it('leaves modes aside where the repository does', () => {
    const folder = repositoryWith({ 'template.yaml': template, 'src/a.js': 'a' });
    git(folder, 'config', 'core.fileMode', 'false');
    chmodSync(join(folder, 'src/a.js'), 0o755);
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
    writeFileSync(join(folder, 'src/a.js'), 'b');
    expect(synth(folder, ['diff']).out).toContain('other content');
    writeFileSync(join(folder, 'src/a.js'), 'a');
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
  });
});
