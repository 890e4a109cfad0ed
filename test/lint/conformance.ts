// Lints every conformance template and counts what was found by rule: npm run -s lint-conformance [-- rule-id …]

import { builtSpecs } from '../../bench/specs.ts';
import { lint } from '../../src/lint/lint.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';

const wanted = process.argv.slice(2);
const counts = new Map<string, number>();
const { folder } = casesFolder();
for (const { name, file, template, faults } of readCases(folder)) {
  if (faults) continue;
  const parameters = { param1: 'value1', param2: 'value2' };
  const { problems } = lint(template, {
    path: file,
    region: 'ap-southeast-1',
    parameters,
    specs: builtSpecs,
    now: 1795219200,
    resolveApplication: () => 'https://x',
  });
  for (const { code, level, line, column, message } of problems) {
    counts.set(`${level} ${code}`, (counts.get(`${level} ${code}`) ?? 0) + 1);
    if (wanted.includes(code)) console.log(`${name}:${line}:${column} ${message}`);
  }
}
for (const [name, count] of [...counts].sort()) console.log(String(count).padStart(6), name);
