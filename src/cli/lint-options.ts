import type { LintOptions } from '../lint/lint.ts';
import { fileReader } from '../parse/reader.ts';
import type { Input } from './inputs.ts';
import { parametersFrom } from './parameters.ts';
import { fileSizes } from './sizes.ts';
import { regionFrom, type TransformFlags } from './transform-options.ts';

type Flags = Pick<TransformFlags, 'region' | 'parameter' | 'parameters' | 'includeOutside'>;

/** The linter's options that flags stand for, whatever is asked of it. */
export const lintOptions = ({ region, parameter = [], parameters, includeOutside }: Flags): LintOptions => ({
  region: regionFrom(region),
  parameters: parametersFrom(parameters, parameter),
  includeOutside,
  // What an application's template is does not matter to the rules.
  resolveApplication: () => 'https://example.com/application.yaml',
});

/** What the linter sees of the folder that a template is in. */
export const optionsFor = ({ name, folder }: Input): LintOptions => ({
  path: name,
  reader: fileReader(folder),
  sizes: fileSizes(folder),
});
