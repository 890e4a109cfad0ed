import type { JsonMap } from '../../model/tree.ts';
import { type PrintOptions, printYaml } from './yaml.ts';

/** A SAM template as YAML: resources and their properties are never on one line. */
export const printSam = (template: JsonMap, layout: PrintOptions['layout']): string =>
  printYaml(template, { blockLevels: 3, layout });

/** A compact spec as YAML: sections are never on one line, short entries are. */
export const printSpec = (root: JsonMap): string => printYaml(root, { blockLevels: 2, layout: 'fresh' });
