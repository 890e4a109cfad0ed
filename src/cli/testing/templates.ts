import { dirname } from 'node:path';
import { refuseMistakes } from '../../model/options.ts';
import type { JsonMap } from '../../model/tree.ts';
import { type Document, parse } from '../../parse/index.ts';
import { expandForSnapshot, type SnapshotOptions } from '../../snapshots/expansion.ts';
import { type Input, inputOf } from '../inputs.ts';
import { readFile } from '../read-file.ts';
import { readerFor } from '../reading.ts';
import { loadSettings, stagesOf } from '../settings/load.ts';
import { inStage } from '../settings/stage.ts';
import { problemText } from '../talk.ts';
import { transformOptions } from '../transform-options.ts';

/** What a template is expanded for in a test, where the files of the project say something else or nothing. */
export interface TemplateOptions {
  /** The stage of a compact spec, or of `synth.config.yaml`. */
  readonly stage?: string | undefined;
  readonly region?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Templates of applications of the Serverless Application Repository, by `ID` or `ID@VERSION`. */
  readonly applications?: Readonly<Record<string, string>> | undefined;
}

/** The options of the library for a template, with what `synth.config.yaml` and `samconfig.toml` say. */
export const optionsOf = ({ folder, name }: Input, { root }: Document, options: TemplateOptions): SnapshotOptions => {
  const { stage, region, parameters = {}, applications = {} } = options;
  const flags = {
    stage,
    region,
    parameter: Object.entries(parameters).map(([name, value]) => `${name}=${value}`),
    application: Object.entries(applications).map(([name, url]) => `${name}=${url}`),
    settings: loadSettings({ command: 'snapshot', folder, name, stage, flags: {} }),
  };
  return transformOptions(inStage(root, name, flags, stagesOf('snapshot', folder, {})));
};

/**
 * The CloudFormation that a template becomes, as in its snapshot: before anything is built.
 * @param template the path of a SAM template or a compact spec, or a template that is expanded already
 * @throws Error with what is wrong where the template cannot be read or has errors
 */
export const synthesize = (template: string | object, options: TemplateOptions = {}): JsonMap => {
  refuseMistakes({ expanded: template }, options);
  if (typeof template !== 'string') return template as JsonMap;
  const input = inputOf(template);
  const document = parse(readFile(template), template);
  const reader = readerFor({ folder: dirname(template) });
  const { template: expanded, problems } = expandForSnapshot(document, {
    ...optionsOf(input, document, options),
    path: template,
    reader,
  });
  if (expanded !== undefined) return expanded;
  const errors = problems.filter(({ level }) => level === 'error');
  throw new Error(problemText(errors, new Map([[template, document.source?.text ?? '']]), false));
};
