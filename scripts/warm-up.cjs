// Runs the commands once and keeps what V8 compiled for them: most of the start-up is compiling otherwise. A process of
// its own, in which nothing else makes V8 throw compiled code away again.
const { rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { cacheOf, runScript } = require('../bin/load.js');

const template = join(__dirname, '../templates/orders/template.yaml');
const output = join(tmpdir(), `synth-warm-${process.pid}.json`);

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
    ['diff', template, template, '--out', output],
  ]) {
    if ((await run(args)) !== 0) throw new Error(`'synth ${args.join(' ')}' failed`);
  }
  rmSync(output, { force: true });
  for (const [name, script] of scripts) writeFileSync(cacheOf(name), script.createCachedData());
};

warmUp();
