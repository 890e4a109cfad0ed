import type { Source } from '../../model/origin.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import { commentsFor } from './comments.ts';
import { isHeading, withHeadings } from './headings.ts';
import { type PrintOptions, printLines, printYaml } from './yaml.ts';

/** What a tree was made from: its comments go with what they were written at. */
export interface Original {
  readonly root: Json;
  readonly source: Source | undefined;
}

/** A SAM template as YAML: resources and their properties are never on one line. */
export const printSam = (template: JsonMap, layout: PrintOptions['layout'], { root, source }: Original): string =>
  printYaml(template, { blockLevels: 3, layout, comments: commentsFor(source, root, template) });

/** Keys at the top below which no entries stand: headings, and metadata in either vocabulary. */
const holdsNoEntries = (key: string): boolean => isHeading(key) || /^metadata$/i.test(key);

/**
 * A compact spec as YAML. A section with several entries that stand on one line each stays one; every other entry has a
 * heading of its own.
 */
export const printSpec = (spec: JsonMap, { root, source }: Original): string => {
  const options = { blockLevels: 2, layout: 'fresh', isEntry: holdsNoEntries } as const;
  const comments = commentsFor(source, root, spec);
  const isShort = (section: string, entries: JsonMap): boolean => {
    const lines = printLines({ [section]: entries }, { ...options, comments });
    return lines.filter((line) => !/^\s*(?:#|$)/.test(line)).length <= 1 + Object.keys(entries).length;
  };
  const headed = withHeadings(spec, isShort);
  return printYaml(headed, { ...options, comments: commentsFor(source, root, headed) });
};
