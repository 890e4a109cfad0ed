import { localCode } from '../diff/meaning/local-code.ts';
import type { ExpandResult } from '../expand.ts';
import type { Reader } from '../model/reader.ts';
import { asTemplate } from '../model/template.ts';
import { digestOf } from '../packaging/template-text.ts';
import type { Document } from '../parse/index.ts';
import { locate } from '../report/locate.ts';
import { toProblems } from '../report/problems.ts';
import { inWords } from '../spec/words.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import { withIncludes } from '../transform/read.ts';

/** How a template is expanded for its snapshot. */
export type SnapshotOptions = Omit<ExpandOptions, 'artifacts' | 'beforeBuild' | 'builtCode' | 'now'>;

/**
 * Expands a template for its snapshot: as it stands in a repository, before anything was built. What changes in code
 * alone changes no snapshot; definitions, API documents and nested templates count with what they say.
 * @param document the template as it was parsed
 */
export const expandForSnapshot = (
  document: Document,
  options: SnapshotOptions,
): Pick<ExpandResult, 'template' | 'problems' | 'locate'> => {
  const { path, reader } = options;
  const all = { ...options, ...(reader && { reader: withoutCode(reader) }), artifacts: localCode, beforeBuild: true };
  const whole = withIncludes(document, all);
  const { template, findings } = transform(whole, all);
  return {
    ...(template && { template: asTemplate(template) }),
    problems: toProblems(inWords(findings.all, whole.compact), path),
    locate: (pointer) => template && locate(template, pointer, path),
  };
};

/** A reader to which all code is the same that lies at the same path, and that which is not there yet, too. */
const withoutCode = (reader: Reader): Reader => ({
  ...reader,
  fingerprint: (path, as) => (as === 'archive' ? digestOf(path) : reader.fingerprint(path, as)),
});
