import type { Problem } from '../model/problem.ts';
import { wellFormed } from './printable.ts';

/** Problems as JUnit XML: a test suite for each file, a failed test for each problem, one that passed for a clean file. */
export const toJunit = (problems: readonly Problem[], files: readonly string[]): string => {
  const byFile = new Map<string, Problem[]>(files.map((file) => [file, []]));
  for (const problem of problems) {
    const file = problem.file ?? '';
    const list = byFile.get(file);
    if (list) list.push(problem);
    else byFile.set(file, [problem]);
  }
  const failures = problems.filter(isFailure).length;
  const tests = [...byFile.values()].reduce((sum, list) => sum + Math.max(1, list.length), 0);
  const suites = [...byFile].map(([file, list]) => suite(file, list)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="synth" tests="${tests}" failures="${failures}">\n${suites}</testsuites>\n`;
};

/** Information is not a failure. */
const isFailure = ({ level }: Problem): boolean => level !== 'info';

const suite = (file: string, problems: readonly Problem[]): string => {
  const failures = problems.filter(isFailure).length;
  const cases =
    problems.length === 0
      ? [`    <testcase name="no problems" classname="${attribute(file)}"/>\n`]
      : problems.map(testcase);
  const head = `  <testsuite name="${attribute(file)}" tests="${cases.length}" failures="${failures}">\n`;
  return `${head}${cases.join('')}  </testsuite>\n`;
};

const testcase = (problem: Problem): string => {
  const { code, level, message, file, line, column } = problem;
  const place = line === undefined ? '' : `:${line}:${column}`;
  const head = `    <testcase name="${attribute(`${code}${place}`)}" classname="${attribute(file ?? '')}"`;
  if (!isFailure(problem)) return `${head}/>\n`;
  return `${head}>\n      <failure type="${level}" message="${attribute(message)}">${attribute(`${file ?? ''}${place}`)}</failure>\n    </testcase>\n`;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '#': '&#35;',
};

const attribute = (text: string): string =>
  wellFormed(text)
    // XML 1.0 has no place for other control characters, escaped or not.
    .replace(/[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n\r]|#(?=#(?:vso)?\[)/g, (each) => entities[each]!);
