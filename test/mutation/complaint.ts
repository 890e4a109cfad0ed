import { bundledSpecs } from '../../src/cli/specs.ts';
import { expand, type Problem } from '../../src/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { parse } from '../../src/parse/index.ts';

const options = {
  path: 'mutant.yaml',
  region: 'ap-southeast-1',
  parameters: { param1: 'value1', param2: 'value2' },
  resolveApplication: () => 'https://example.com/template.yaml',
};

/** What is wrong with how a mutant was treated; undefined when nothing is. */
export const complaint = (text: string): string | undefined => {
  const start = process.cpuUsage();
  let problems: Problem[];
  let template: unknown;
  try {
    ({ problems, template } = expand(text, options));
    problems = [...problems, ...lint(text, { ...options, specs: bundledSpecs }).problems];
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
  // Of the processor, not of the clock: other processes may be busy.
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  if (time > 1000 && text.length < 100_000) return `took ${time.toFixed(0)} ms`;
  const internal = problems.find(({ code }) => code === 'internal-error');
  if (internal) return `internal error: ${internal.message}`;
  const lines = text.split('\n').length;
  const lost = problems.find(
    ({ line, column }) => line === undefined || column === undefined || line < 1 || line > lines,
  );
  if (lost) return `a problem lies outside of the file: ${JSON.stringify(lost)}`;
  if (template === undefined && !problems.some(({ level }) => level === 'error'))
    return 'gave neither template nor error';
  if (template === undefined) return undefined;
  const printed = JSON.stringify(template);
  if (JSON.stringify(JSON.parse(printed)) !== printed) return 'printed something that does not read back';
  return duplicateId(printed);
};

/** Logical ids are unique as keys of one map; read again with duplicate keys told. */
const duplicateId = (printed: string): string | undefined => {
  const duplicate = parse(printed).findings.find(({ code }) => code === 'duplicate-key');
  return duplicate && `printed a key twice: ${duplicate.text}`;
};
