import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a tool said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
}

const home = mkdtempSync(join(tmpdir(), 'synth-home-'));

/** Runs a tool of this project's development dependencies, while stand-ins in this process answer it. */
export const tool = (
  name: string,
  args: readonly string[],
  folder: string,
  endpoint = 'http://127.0.0.1:9',
): Promise<Said> =>
  new Promise((done) => {
    const child = spawn(resolve('node_modules/.bin', name), args, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_REGION: 'eu-west-1',
        AWS_MAX_ATTEMPTS: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        CDK_DISABLE_CLI_TELEMETRY: '1',
        NODE_NO_WARNINGS: '1',
        NO_COLOR: '1',
        CI: '1',
      },
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        out += bytes;
      });
    }
    child.on('close', (code) => done({ code, out }));
  });

export const cdk = (args: readonly string[], folder: string, endpoint?: string): Promise<Said> =>
  tool('cdk', [...args, '--app', 'synth.out', '--no-notices'], folder, endpoint);
