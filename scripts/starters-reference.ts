// Compares what the starters become with what AWS's own translator makes of them. The translator is a package of Python, so
// this is not part of CI. To run it:
//
//   python3 -m venv /tmp/reference && /tmp/reference/bin/pip install aws-sam-translator==1.110.0
//   PYTHON=/tmp/reference/bin/python3 node scripts/run-ts.mjs scripts/starters-reference.ts
//
// The exit code is 0 where all starters become the same, 1 where one does not, and 2 where the translator is not there; then it
// says only whether they expand.
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

/** The version that synth stands in for. */
const wanted = '1.110.0';
const python = process.env['PYTHON'] ?? 'python3';

const runPython = (...args: readonly string[]) =>
  spawnSync(python, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** The version of the translator; undefined where there is none. */
const translator = (): string | undefined => {
  const { stdout, status } = runPython('-c', 'from samtranslator import __version__; print(__version__)');
  return status === 0 ? stdout.trim() : undefined;
};

/** What the translator makes of the templates, by their names. */
const referenceOf = (all: ReadonlyMap<string, Json>): Readonly<Record<string, Json>> => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const input = join(folder, 'templates.json');
    writeFileSync(input, JSON.stringify(Object.fromEntries(all)));
    const { stdout, stderr, status } = runPython('scripts/starters-reference.py', input);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const version = translator();
const reference = version === undefined ? undefined : referenceOf(templates);
for (const [name, template] of templates) {
  const { template: ours = {}, problems } = expand(template as object, { region });
  const theirs = reference === undefined ? ours : (reference[name] as typeof ours);
  const groups = groupsBetween(ordered(theirs) as typeof ours, ordered(ours) as typeof ours);
  const errors = problems.filter(({ level }) => level === 'error').map(({ message }) => `  ${message}\n`);
  const isSame = groups.length === 0 && errors.length === 0;
  console.log(`${name}: ${isSame ? (reference === undefined ? 'expands' : 'the same') : 'not the same'}`);
  if (!isSame) {
    process.exitCode = 1;
    console.log(errors.join('') + differenceText(groups, () => undefined));
  }
}
if (version === undefined) {
  process.exitCode = 2;
  console.error(
    `Nothing was compared: '${python}' does not have aws-sam-translator.\n` +
      `Install it with '${python} -m pip install aws-sam-translator==${wanted}', or name another Python in PYTHON.`,
  );
} else if (version !== wanted) {
  console.error(`Compared with aws-sam-translator ${version}; synth stands in for ${wanted}.`);
}
