import { bundledSpecs } from '../../../src/cli/specs.ts';
import { lint } from '../../../src/lint/lint.ts';

/** The places and codes of all errors and warnings that linting a SAM template finds, one after the other. */
export const found = (template: string): string[] =>
  lint(`${template}Transform: AWS::Serverless-2016-10-31\n`, { specs: bundledSpecs })
    .problems.filter(({ level }) => level !== 'info')
    .map(({ line, column, endLine, endColumn, code }) => `${line}:${column}-${endLine}:${endColumn} ${code}`);
