// How much is found in ordinary templates: npm run -s noise. By template for the samples, and the median of these and of
// the conformance templates that expand.
import { existsSync } from 'node:fs';
import { builtSpecs } from '../../bench/specs.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { type Figures, figuresOf, median, sampleFigures } from './noise-figures.ts';

const levels = ['error', 'warning', 'info'] as const;

const summary = (what: string, figures: readonly Figures[]): void => {
  const medians = levels.map((level) => `${median(figures.map(({ counts }) => counts[level]))} ${level}`);
  console.log(`${what}: ${figures.length} templates, in the median ${medians.join(', ')}`);
};

const samples = sampleFigures(builtSpecs);
for (const { name, counts, codes } of samples) {
  console.log(`${levels.map((level) => `${counts[level]} ${level}`).join(', ')}  ${name}  ${codes.join(', ')}`);
}
summary('samples', samples);

const { folder } = casesFolder();
if (existsSync(folder)) {
  const options = {
    region: 'ap-southeast-1',
    parameters: { param1: 'value1', param2: 'value2' },
    specs: builtSpecs,
    resolveApplication: () => 'https://x',
  };
  const cases = readCases(folder).filter(({ faults }) => !faults);
  summary(
    'conformance',
    cases.map(({ name, template }) => figuresOf(name, template, options)),
  );
}
