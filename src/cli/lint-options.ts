import { fileSizes } from '../files/sizes.ts';
import type { LintOptions } from '../lint/lint.ts';
import type { Input } from './inputs.ts';
import { readerFor } from './reading.ts';
import { applicationsFrom, regionIn, type TransformFlags, valuesFrom } from './transform-options.ts';

type Flags = Omit<TransformFlags, 'artifacts'>;

/** The linter's options that flags stand for, whatever is asked of it. */
export const lintOptions = ({
  stage,
  region,
  parameter = [],
  parameters,
  application,
  includeOutside,
  settings,
}: Flags): LintOptions => {
  const applications = applicationsFrom(application);
  return {
    stage,
    region: regionIn(region, settings),
    parameters: valuesFrom(parameters, parameter, settings),
    includeOutside,
    // What an application's template is does not matter to the rules.
    resolveApplication: (id, version) =>
      applications.get(`${id}@${version}`) ?? applications.get(id) ?? 'https://example.com/application.yaml',
  };
};

/** What the linter sees of the folder that a template is in. */
export const optionsFor = (input: Input): LintOptions => {
  const reader = readerFor(input);
  return { path: input.name, reader, sizes: fileSizes(input.folder, reader) };
};
