import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the reference blames: a resource, an event, or (neither) the template as a whole. */
export interface Fault {
  readonly resource: string | null;
  readonly event: string | null;
  readonly message: string;
}

export interface Case {
  readonly name: string;
  readonly file: string;
  readonly template: string;
  /** The expected expansions by partition; empty for a case that is rejected. */
  readonly expected: ReadonlyMap<Partition, unknown>;
  readonly faults: readonly Fault[] | undefined;
}

/** The region in which each partition's expansion was made. */
export const regions = { aws: 'ap-southeast-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' } as const;
export type Partition = keyof typeof regions;

/** The folder of the cases: `SYNTH_CONFORMANCE_DIR`, the shared folder, or the project's own. */
export const casesFolder = (): { folder: string; own: boolean } => {
  const given = process.env['SYNTH_CONFORMANCE_DIR'];
  for (const folder of given ? [given] : ['../shared/conformance']) {
    const inner = join(folder, 'sam');
    if (existsSync(inner)) return { folder: inner, own: false };
    if (given && existsSync(folder)) return { folder, own: false };
  }
  return { folder: 'test/conformance/own', own: true };
};

export const readCases = (folder: string): Case[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'template.yaml')))
    .map((name) => readCase(folder, name));

const readCase = (folder: string, name: string): Case => {
  const path = (file: string) => join(folder, name, file);
  const json = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'));
  const expected = new Map<Partition, unknown>();
  for (const partition of Object.keys(regions) as Partition[]) {
    if (existsSync(path(`${partition}.json`))) expected.set(partition, json(`${partition}.json`));
  }
  const faults = existsSync(path('error.json')) ? (json('error.json') as Fault[]) : undefined;
  return { name, file: path('template.yaml'), template: readFileSync(path('template.yaml'), 'utf8'), expected, faults };
};
