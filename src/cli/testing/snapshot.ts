import type { Verdict } from '../../assertions/has-resource.ts';
import { refuseMistakes } from '../../model/options.ts';
import { parse } from '../../parse/index.ts';
import { inputOf } from '../inputs.ts';
import { readFile } from '../read-file.ts';
import { keep, type Writes } from '../snapshots/keep.ts';
import { snapshotPlace } from '../snapshots/places.ts';
import { problemText } from '../talk.ts';
import { optionsOf, type TemplateOptions } from './templates.ts';

export interface SnapshotMatchOptions extends TemplateOptions {
  /** The folder of all snapshots; without it `snapshots` beside the template. */
  readonly dir?: string | undefined;
}

/**
 * Whether a template still becomes what its snapshot says: the file that `synth snapshot` writes.
 * @param path the path of the template, from the working folder
 * @param writes what may be written
 */
export const matchSnapshot = (path: string, options: SnapshotMatchOptions, writes: Writes): Verdict => {
  refuseMistakes({ path }, options);
  const input = inputOf(path);
  const { stage, dir } = options;
  const document = parse(readFile(path), path);
  const kept = { input, stage, ...snapshotPlace(input, stage, dir), options: optionsOf(input, document, options) };
  const { outcome, text, problems } = keep(kept, document, writes, false);
  const sources = new Map([[path, document.source?.text ?? '']]);
  return {
    pass: outcome === 'matches' || outcome === 'written' || outcome === 'updated',
    message: () => {
      if (outcome === 'failed') return problemText(problems, sources, false);
      if (outcome === 'matches') return `${path} becomes what '${kept.file}' says.`;
      const cure =
        outcome === 'missing' ? "Run 'synth snapshot'." : "If that is as intended, run 'synth snapshot --update'.";
      return `${text}${cure}`;
    },
  };
};

/**
 * Compares a template with its snapshot, in any test runner; a snapshot that is not there yet is written.
 * @throws Error with the differences
 */
export const matchTemplateSnapshot = (
  path: string,
  options: SnapshotMatchOptions & { readonly update?: boolean | undefined; readonly ci?: boolean | undefined } = {},
): void => {
  refuseMistakes({ path }, options);
  const { update, ci, ...others } = options;
  const { pass, message } = matchSnapshot(path, others, ci ? 'nothing' : update ? 'all' : 'new');
  if (!pass) throw new Error(message());
};
