// What packaging 3,600 files of 55 MB costs, beside the archivers alone; each in a process of its own, in the same run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, milliseconds } from './measure.ts';

const count = 3600;
const bytes = 55_000_000;
const rounds = 5;

/** Words as they stand in code, in an order that no archiver can guess. */
const words =
  'const return function export import await async string number value result options context error name path list map type class'.split(
    ' ',
  );

const writeProject = (folder: string): void => {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
  for (let at = 0; at < count; at++) {
    const place = join(folder, 'code', `package-${at % 60}`);
    mkdirSync(place, { recursive: true });
    // Sizes as in node_modules: many small files, few large ones.
    const size = Math.round(((bytes / count) * (at % 40 === 0 ? 14 : 0.667) * (50 + (next() % 100))) / 100);
    let text = '';
    while (text.length < size)
      text += `${words[next() % words.length]} ${(next() % 5000).toString(36)}${next() % 7 === 0 ? ';\n' : ' '}`;
    writeFileSync(join(place, `file-${at}.js`), text.slice(0, size));
  }
  writeFileSync(
    join(folder, 'template.yaml'),
    'Resources: {Code: {Type: AWS::Lambda::LayerVersion, Properties: {Content: code}}}\n',
  );
};

const walk = `const fs = require('fs'), path = require('path'); const files = [];
(function walk(at) { for (const each of fs.readdirSync(at, { withFileTypes: true })) { const file = path.join(at, each.name); if (each.isDirectory()) walk(file); else files.push(file); } })('code');`;

/** Scripts that pack the folder and do nothing else. */
const alone: Readonly<Record<string, string>> = {
  yazl: `${walk} const zip = new (require('yazl').ZipFile)(); for (const file of files) zip.addFile(file, file); zip.end(); zip.outputStream.pipe(fs.createWriteStream('yazl.zip'));`,
  archiver: `const fs = require('fs'); import(require('url').pathToFileURL(require.resolve('archiver'))).then(({ ZipArchive }) => { const zip = new ZipArchive({ zlib: { level: 6 } }); zip.pipe(fs.createWriteStream('archiver.zip')); zip.directory('code', false); zip.finalize(); });`,
  fflate: `${walk} const { Zip, ZipDeflate } = require('fflate'); const out = fs.openSync('fflate.zip', 'w'); const zip = new Zip((error, bytes) => fs.writeSync(out, bytes)); for (const file of files) { const entry = new ZipDeflate(file, { level: 6 }); zip.add(entry); entry.push(fs.readFileSync(file), true); } zip.end();`,
};

interface Cost {
  readonly ms: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Runs Node with a script or a file; gives what the process took. */
const cost = (folder: string, args: readonly string[]): Cost => {
  const tail = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); require('fs').writeFileSync('cost.json', JSON.stringify({ memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000, ms: performance.now() })); });`;
  writeFileSync(join(folder, 'hook.cjs'), tail);
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'hook.cjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(join(folder, 'cost.json'), 'utf8')) as Cost;
};

/** Packs with each of them in turn, so that a busy machine slows all of them alike. */
export default (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-bench-'));
  try {
    writeProject(folder);
    const synth = resolve('bin/synth.js');
    const build = ['build', 'template.yaml', '--stack-name', 'bench'];
    const runs: Readonly<Record<string, () => Cost>> = {
      ...Object.fromEntries(Object.entries(alone).map(([name, script]) => [name, () => cost(folder, ['-e', script])])),
      'synth build': () => {
        rmSync(join(folder, 'synth.out'), { recursive: true, force: true });
        return cost(folder, [synth, ...build]);
      },
      'synth build again': () => cost(folder, [synth, ...build]),
    };
    const found = new Map(Object.keys(runs).map((name) => [name, [] as Cost[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, run] of Object.entries(runs)) found.get(name)!.push(run());
    }
    report(found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const report = (found: ReadonlyMap<string, readonly Cost[]>): void => {
  const middle = (name: string, part: keyof Cost): number => median(found.get(name)!.map((each) => each[part]));
  const fastest = (part: 'ms' | 'cpu'): number => Math.min(...Object.keys(alone).map((name) => middle(name, part)));
  for (const name of found.keys()) {
    const [ms, cpu, memory] = [middle(name, 'ms'), middle(name, 'cpu'), middle(name, 'memory') / 1024 / 1024];
    const ratio = (part: 'ms' | 'cpu'): string => (middle(name, part) / fastest(part)).toFixed(2);
    console.log(
      `  ${name.padEnd(18)} ${milliseconds(ms).padStart(9)} (${ratio('ms')} times the fastest archiver), ${milliseconds(cpu)} of processors (${ratio('cpu')}), ${memory.toFixed(0)} MB`,
    );
  }
};
