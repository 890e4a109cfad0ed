import { relative, resolve } from 'node:path';
import { fileReader } from '../../files/reader.ts';
import { slashed } from '../../files/slashed.ts';
import type { Reader } from '../../model/reader.ts';
import { get, isMap, isString } from '../../model/tree.ts';
import { type Document, parse } from '../../parse/index.ts';
import { folderOf, joined, leadsOut } from '../../parse/local-path.ts';
import { readText } from '../../parse/text.ts';
import { readerIn } from '../../transform/nested.ts';
import { treeReader } from '../git/reader.ts';
import { linkMode, type Tree, type TreeFile } from '../git/tree.ts';
import { type Input, readInput } from '../inputs.ts';

/** A template where it was found, and the files beside it. */
export interface TemplateAt {
  /** How it is called in messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reader: Reader;
}

/** A template of a tree. */
export const inTree = (tree: Tree, path: string, name: string): TemplateAt | undefined => {
  const file = linkedFile(tree, path);
  return file && { name, bytes: file.bytes(), reader: treeReader(tree, folderOf(path)) };
};

/** More links in a row lead nowhere, or in a circle. */
const mostLinks = 40;

/** The file at a path of a tree, or the one that a link there leads to inside of the tree. */
const linkedFile = (tree: Tree, path: string): TreeFile | undefined => {
  let [at, file] = [path, tree.files.get(path)];
  for (let links = 0; file?.mode === linkMode; links++) {
    if (links === mostLinks) return undefined;
    at = joined(folderOf(at), Buffer.from(file.bytes()).toString('utf8'));
    file = leadsOut(at) ? undefined : tree.files.get(at);
  }
  return file;
};

/** A template in a file, or on stdin. */
export const inFile = async (input: Input): Promise<TemplateAt> => ({
  name: input.name,
  bytes: await readInput(input),
  reader: fileReader(input.folder),
});

/** The path in `git:REV:path` and `REV:path`. A drive of Windows is not a revision. */
export const withoutRevision = (name: string): string => name.replace(/^(?:git:)?[^/\\:]{2,}:/, '');

/** A template that another one nests. */
export const nestedIn = ({ name, reader }: TemplateAt, path: string): TemplateAt | undefined => {
  const text = reader.text(path);
  if (text === undefined) return undefined;
  const inside = withoutRevision(name);
  const revision = name.slice(0, name.length - inside.length);
  const shown = revision + joined(folderOf(slashed(inside)), path);
  const inner = readerIn(folderOf(slashed(path)), reader);
  return { name: shown, bytes: new TextEncoder().encode(text), reader: inner };
};

/** The path of a file from the top of a repository; undefined where it lies outside. */
export const pathInRepository = (repository: string, file: string): string | undefined => {
  const path = slashed(relative(repository, resolve(file)));
  return path === '' || path.startsWith('../') || path === '..' ? undefined : path;
};

const quote = 0x22;

/** The text that a file is as one JSON string: so `--query TemplateBody` prints a template in YAML. */
const jsonText = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] !== quote) return undefined;
  try {
    const value: unknown = JSON.parse(readText(bytes).text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};

const documents = new WeakMap<TemplateAt, Document>();

/** Reads a template, once; what `aws cloudformation get-template` prints is taken out of it. */
export const documentOf = (template: TemplateAt): Document => {
  const document = documents.get(template) ?? read(template);
  documents.set(template, document);
  return document;
};

const read = ({ name, bytes }: TemplateAt): Document => {
  const whole = jsonText(bytes);
  return whole === undefined ? deployed(parse(bytes, name), name) : parse(whole, name);
};

const deployed = (document: Document, name: string): Document => {
  const body = get(document.root, 'TemplateBody');
  if (isString(body)) return parse(body, name);
  return isMap(body) ? { ...document, root: body } : document;
};
