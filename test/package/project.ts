import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty project in which the packed package is installed, with a folder for caches of its own. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'synth-package-')));
  readonly tarball: string;
  readonly caches = join(this.folder, 'caches');

  constructor() {
    // As `npm pack` does it, without a build: that is there already.
    const clone = process.cwd();
    this.must(process.execPath, ['scripts/packed-manifest.mjs'], clone);
    try {
      this.must('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.folder], clone);
    } finally {
      this.must(process.execPath, ['scripts/packed-manifest.mjs', '--restore'], clone);
    }
    this.tarball = join(this.folder, readdirSync(this.folder).find((name) => name.endsWith('.tgz'))!);
    this.write('package.json', '{"name": "project", "private": true}');
    // Without the network: the package has no dependencies.
    this.must('npm', ['install', '--offline', '--no-audit', '--no-fund', this.tarball]);
  }

  write(name: string, text: string): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  run(command: string, args: readonly string[], cwd = this.folder, env: NodeJS.ProcessEnv = {}): Ran {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, XDG_CACHE_HOME: this.caches, NO_COLOR: '1', ...env },
    });
    return { code: status, out: stdout ?? '', err: `${stderr ?? ''}${error?.message ?? ''}` };
  }

  /** Runs what has to succeed. */
  must(command: string, args: readonly string[], cwd = this.folder): string {
    const { code, out, err } = this.run(command, args, cwd);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${err || out}`);
    return out;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
