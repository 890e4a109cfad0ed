// Runs the command once and keeps what V8 compiled for it: most of the start-up is compiling otherwise. A process of its
// own, in which nothing else makes V8 throw compiled code away again.
const { rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load, cache } = require('../bin/load.js');

const { run, script } = load();
const output = join(tmpdir(), `synth-warm-${process.pid}.json`);
run([join(__dirname, '../templates/orders/template.yaml'), '--out', output]).then((code) => {
  if (code !== 0) throw new Error('the warm-up template did not expand');
  writeFileSync(cache, script.createCachedData());
  rmSync(output, { force: true });
});
