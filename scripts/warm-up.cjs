// Runs the commands once and keeps what V8 compiled for them: most of the start-up is compiling otherwise. A process of
// its own, in which nothing else makes V8 throw compiled code away again.
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { cacheOf, runScript } = require('../bin/load.js');

const template = join(__dirname, '../templates/orders/template.yaml');
const output = join(tmpdir(), `synth-warm-${process.pid}.json`);
// A change of many kinds, so that what compares them is compiled, too.
const changed = join(tmpdir(), `synth-warm-${process.pid}.yaml`);
writeFileSync(
  changed,
  readFileSync(template, 'utf8')
    .replace(/(Timeout|MemorySize|BatchSize): \d+/g, '$1: 7')
    .replace(/Path: [^\s,}]+/g, 'Path: /warm')
    .replace(/CodeUri: [^\s,}]+/g, 'CodeUri: s3://warm/up.zip')
    .replace(/DynamoDB\w+Policy/g, 'DynamoDBReadPolicy'),
);

const scripts = new Map();
const load = (name) => {
  const { exports, script } = runScript(name, load);
  scripts.set(name, script);
  return exports;
};

const warmUp = async () => {
  const { run } = load('cli.cjs');
  for (const args of [
    [template, '--out', output],
    ['lint', template, '--quiet'],
    ['diff', template, changed, '--out', output],
  ]) {
    if ((await run(args)) !== 0) throw new Error(`'synth ${args.join(' ')}' failed`);
  }
  for (const file of [output, changed]) rmSync(file, { force: true });
  for (const [name, script] of scripts) writeFileSync(cacheOf(name), script.createCachedData());
};

warmUp();
