import type { JsonMap } from '../model/tree.ts';
import { printable } from '../report/printable.ts';
import { toYaml } from '../report/yaml.ts';

/** What a snapshot was made from. */
export interface SnapshotOrigin {
  /** The path of the template, from the folder of the snapshot, with `/` between its parts. */
  readonly template: string;
  /** The stage or the set of parameters; undefined for the template as it is. */
  readonly stage: string | undefined;
}

const head = '# Snapshot of ';
const beforeStage = ', stage ';
const written = "Written by 'synth snapshot --update'; a change by hand is lost.";

/** The text of a snapshot. */
export const snapshotText = ({ template, stage }: SnapshotOrigin, expanded: JsonMap): string => {
  const of = stage === undefined ? printable(template) : printable(template) + beforeStage + printable(stage);
  return `${head}${of}\n# ${written}\n${toYaml(expanded)}`;
};

/** What a file says that it is the snapshot of; undefined where it is not a snapshot. */
export const originIn = (text: string): SnapshotOrigin | undefined => {
  const [first = '', second = ''] = text.slice(0, 2000).split(/\r?\n/, 2);
  if (!first.startsWith(head) || !second.startsWith('# Written by ')) return undefined;
  const of = first.slice(head.length);
  const comma = of.lastIndexOf(beforeStage);
  return comma === -1
    ? { template: of, stage: undefined }
    : { template: of.slice(0, comma), stage: of.slice(comma + beforeStage.length) };
};

/** Whether two texts of a snapshot are the same; Git may have turned the ends of lines into those of Windows. */
export const sameSnapshot = (kept: string, now: string): boolean =>
  kept === now || (kept.includes('\r') && kept.replaceAll('\r\n', '\n') === now);
