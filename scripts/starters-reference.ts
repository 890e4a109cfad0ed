// Compares what the starters become with what AWS's own translator makes of them. Needs Python with aws-sam-translator
// 1.110.0, so it is no part of CI. Usage: node scripts/run-ts.mjs scripts/starters-reference.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expand } from '../src/expand.ts';
import { isList, isMap, type Json } from '../src/model/tree.ts';
import { parse } from '../src/parse/index.ts';
import { groupsBetween } from '../src/snapshots/differences.ts';
import { differenceText } from '../src/snapshots/report.ts';
import { projectOf, startersIn, usualRuntime } from '../src/starters/index.ts';

const region = 'eu-central-1';
const root = 'templates/starters';
const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const sources = new Map(
  files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const;
  }),
);

const image = `123456789012.dkr.ecr.${region}.amazonaws.com/example:latest`;

/** The translator takes a template whose code is in S3 and whose images are in ECR: what is local gets a place there. */
const packaged = (value: Json, key = ''): Json => {
  if (isList(value)) return value.map((item) => packaged(item));
  if (isMap(value)) {
    const isImage = value['PackageType'] === 'Image' && value['ImageUri'] === undefined;
    const entries = Object.entries(value).map(([name, each]) => [name, packaged(each, name)]);
    return Object.fromEntries([...entries, ...(isImage ? [['ImageUri', image]] : [])]);
  }
  return /^(?:CodeUri|ContentUri|DefinitionUri)$/.test(key) ? `s3://bucket/${value}` : value;
};

/** The order of `DependsOn` is not fixed by the translator. */
const ordered = (value: Json, key = ''): Json => {
  if (isList(value)) return key === 'DependsOn' ? [...value].sort() : value.map((item) => ordered(item));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ordered(each, name)]));
};

const templates = new Map(
  startersIn(sources).flatMap((starter) =>
    Object.values(usualRuntime).map((runtime) => {
      const choices = { name: 'example', runtime, form: 'sam', region, version: '0.1.0' } as const;
      const text = projectOf(sources, starter, choices).get('template.yaml')!;
      return [`${starter.id} ${runtime}`, packaged(parse(text).root)] as const;
    }),
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'synth-'));
try {
  const input = join(folder, 'templates.json');
  writeFileSync(input, JSON.stringify(Object.fromEntries(templates)));
  const { stdout, stderr, status } = spawnSync('python3', ['scripts/starters-reference.py', input], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const reference = JSON.parse(stdout);
  for (const [name, template] of templates) {
    const { template: ours = {}, problems } = expand(template as object, { region });
    const groups = groupsBetween(ordered(reference[name]) as typeof ours, ordered(ours) as typeof ours);
    const errors = problems.filter(({ level }) => level === 'error').map(({ message }) => `  ${message}\n`);
    const isSame = groups.length === 0 && errors.length === 0;
    console.log(`${name}: ${isSame ? 'the same' : 'not the same'}`);
    if (!isSame) {
      process.exitCode = 1;
      console.log(errors.join('') + differenceText(groups, () => undefined));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
