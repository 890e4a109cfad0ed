import { bundledSpecs } from '../../src/cli/specs.ts';
import { lint } from '../../src/lint/lint.ts';

/** All errors of a template, whoever finds them, as `line:column code`: for faults that need no rule of their own. */
export const errorsOf = (template: string): string[] =>
  lint(template, { path: 'template.yaml', specs: bundledSpecs })
    .problems.filter(({ level }) => level === 'error')
    .map(({ line, column, code }) => `${line}:${column} ${code}`);

/** The section that makes a template one of SAM, to stand at its end. */
export const samTransform = 'Transform: AWS::Serverless-2016-10-31\n';
