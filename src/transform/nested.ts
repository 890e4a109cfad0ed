import type { Artifact, NamedFile } from '../model/artifact.ts';
import { message } from '../model/problem.ts';
import { CannotRead, type Reader } from '../model/reader.ts';
import type { JsonMap } from '../model/tree.ts';
import type { Document } from '../parse/index.ts';
import { folderOf, joined, leadsOut } from '../parse/local-path.ts';
import type { LocalFile } from './artifacts.ts';
import type { Findings } from './findings.ts';
import type { Transformed } from './index.ts';
import type { ExpandOptions } from './options.ts';
import { sharedValues } from './parameters.ts';
import { readDocument, shownPath } from './read.ts';

const Cycle = message(
  'nested-cycle',
  'error',
  (files: readonly string[]) => `These templates nest each other without end: ${files.join(' → ')}.`,
);
const TooDeep = message(
  'nested-too-deep',
  'error',
  (files: readonly string[]) =>
    `Templates nest at most ${maximumDepth} deep; this one is deeper: ${files.join(' → ')}.`,
);
const TooMany = message(
  'nested-too-many',
  'error',
  () => `More than ${maximumNested} nested templates, counted with those that they nest, are not expanded.`,
);

/** A nested template, expanded. */
export interface Nested {
  readonly template: JsonMap;
  /** What it names, with paths from the folder of the template around it. */
  readonly artifacts: readonly Artifact[];
}

/** A nested template as it was expanded for some parameters. */
export interface NestedTemplate {
  readonly document: Document;
  /** Those that it was expanded with. */
  readonly options: ExpandOptions;
  /** Its folder, from that of the outermost template: empty, or with a slash at the end. */
  readonly folder: string;
  readonly transformed: Transformed;
}

/** Expands a nested template; undefined where it cannot be, which is reported. */
export type ExpandNested = (local: LocalFile) => Nested | undefined;

type Transform = (document: Document, options: ExpandOptions, nesting: Nesting) => Transformed;

const maximumDepth = 20;
/** As many resources as a stack has; a template that nests another one twice doubles their number at each level. */
export const maximumNested = 500;

/** The templates below an outermost one. Each is expanded once for the same parameters. */
export class Nesting {
  readonly #transform: Transform;
  /** The templates that are being expanded, from the outermost one on. */
  readonly #open: string[];
  /** Their folders, from that of the outermost one. */
  readonly #folders: string[] = [''];
  readonly #done = new Map<string, Nested | undefined>();
  /** What was expanded; a template comes after those that it nests. */
  readonly all: NestedTemplate[] = [];

  constructor(transform: Transform, { path }: ExpandOptions) {
    this.#transform = transform;
    this.#open = path === undefined ? [] : [joined('', path)];
  }

  /**
   * Expands the template that a property names.
   * @param options those of the template around it
   * @param findings where its problems go too
   */
  expand(local: LocalFile, options: ExpandOptions, findings: Findings): Nested | undefined {
    const file = shownPath(local.path, options);
    const key = JSON.stringify([file, local.given]);
    if (!this.#done.has(key)) {
      if (this.#refuses(file, local)) return undefined;
      this.#open.push(file);
      this.#done.set(key, this.#expand(local, options, findings));
      this.#open.pop();
    }
    return this.#done.get(key);
  }

  #refuses(file: string, { at, report }: LocalFile): boolean {
    const way = [...this.#open, file];
    if (this.#open.includes(file)) report(Cycle(way.slice(this.#open.indexOf(file))), at);
    else if (this.#open.length > maximumDepth) report(TooDeep(way), at);
    else if (this.#done.size >= maximumNested) report(TooMany(), at);
    else return false;
    return true;
  }

  #expand(local: LocalFile, around: ExpandOptions, findings: Findings): Nested | undefined {
    const { path, at, report, given } = local;
    const reader = around.reader!;
    const text = reader.text(path);
    if (text === undefined) {
      report(CannotRead(path, reader.fault?.(path) ?? { path, reason: 'it could not be read' }), at);
      return undefined;
    }
    const folder = folderOf(path.replaceAll('\\', '/'));
    const options: ExpandOptions = {
      ...around,
      path: shownPath(path, around),
      parameters: { ...sharedValues(around.parameters), ...given?.parameters },
      unknownParameters: given?.unknownParameters,
      reader: readerIn(folder, reader),
      builtCode: around.builtCode && ((named) => around.builtCode!(namedWithin(path, folder, named))),
    };
    const document = readDocument(text, options);
    const whole = folderOf(joined(this.#folders.at(-1)!, path));
    this.#folders.push(whole);
    const transformed = this.#transform(document, options, this);
    this.#folders.pop();
    this.all.push({ document, options, folder: whole, transformed });
    const { template, findings: own, artifacts } = transformed;
    for (const finding of own.all) findings.add(finding);
    if (template === undefined) return undefined;
    return {
      template,
      artifacts: artifacts.map((artifact) => ({
        ...artifact,
        ...namedWithin(path, folder, artifact),
        path: joined(folder, artifact.path),
      })),
    };
  }
}

/** What a nested template says of a file, as the template around it says it. */
const namedWithin = <T extends NamedFile>(path: string, folder: string, named: T): T => ({
  ...named,
  template: named.template === undefined ? path : joined(folder, named.template),
});

/** A reader for a folder below (or beside) that of another one; what is outside stays what is outside for that. */
export const readerIn = (folder: string, reader: Reader): Reader => {
  const whole = (path: string): string => joined(folder, path);
  return {
    kind: (path) => reader.kind(whole(path)),
    text: (path) => reader.text(whole(path)),
    fingerprint: (path, as, dockerfile) => reader.fingerprint(whole(path), as, dockerfile),
    list: (path, dockerfile) => reader.list?.(whole(path), dockerfile),
    fault: (path) => reader.fault?.(whole(path)),
    isOutside: (path) => reader.isOutside?.(whole(path)) ?? leadsOut(whole(path)),
  };
};
