import type { Source } from '../../model/origin.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import { commentsFor } from './comments.ts';
import { type PrintOptions, printYaml } from './yaml.ts';

/** What a tree was made from: its comments go with what they were written at. */
export interface Original {
  readonly root: Json;
  readonly source: Source | undefined;
}

/** A SAM template as YAML: resources and their properties are never on one line. */
export const printSam = (template: JsonMap, layout: PrintOptions['layout'], { root, source }: Original): string =>
  printYaml(template, { blockLevels: 3, layout, comments: commentsFor(source, root, template) });

/** A compact spec as YAML: sections are never on one line, short entries are. */
export const printSpec = (spec: JsonMap, { root, source }: Original): string =>
  printYaml(spec, { blockLevels: 2, layout: 'fresh', comments: commentsFor(source, root, spec) });
