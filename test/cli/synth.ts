import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const command = resolve('bin/synth.js');

/** What a run said and how it ended. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs the command in a folder. */
export const synth = (
  folder: string,
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
  timeout?: number,
): Run => {
  const run: SpawnSyncReturns<string> = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    timeout,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { out: run.stdout, err: run.stderr, code: run.status };
};

/** A new folder with these files. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

/** A text of a template on which a comparison and a review fail under `breaks`, as on a fault of synth itself. */
export const breaking = 'break here';

/** An environment in which no template with `breaking` in a condition can be compared or reviewed. */
export const breaks: NodeJS.ProcessEnv = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`
    const { stringify } = JSON;
    JSON.stringify = (value, ...more) => {
      if (value === '${breaking}') throw new TypeError('broken on purpose');
      return stringify(value, ...more);
    };`)}`,
};

/** A template with one table, whose name follows from a parameter. */
export const table = `Parameters:
  Stage: {Type: String, Default: dev}
Resources:
  Table:
    Type: AWS::Serverless::SimpleTable
    Properties:
      TableName: !Sub 'orders-\${Stage}'
`;
