import type { Artifact } from '../model/artifact.ts';
import type { Output, Source } from '../model/build-files.ts';
import { capabilitiesOf } from '../model/capabilities.ts';
import { append } from '../model/lists.ts';
import type { Finding } from '../model/problem.ts';
import { get, isMap, type JsonMap } from '../model/tree.ts';
import { bootstrap } from '../packaging/bootstrap.ts';
import { digestOf, templateText } from '../packaging/template-text.ts';
import type { Document } from '../parse/index.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import type { Deflate } from './archive.ts';
import { type Asset, assemblyManifest, assetManifest } from './assembly.ts';
import { contentFaults } from './contents.ts';
import { layerFaults } from './limits.ts';
import { assemblyName, type ListedFile, type Manifest, manifestName, type User } from './manifest.ts';
import { metadataOf } from './metadata.ts';
import { type Count, type Packed, pack } from './pack.ts';
import { fileOf, type Plan, type PlannedFile, planOf } from './plan.ts';
import { fileNames, type Stack } from './stack.ts';
import { tiesOf } from './ties.ts';

/** What is built. */
export interface BuildRequest {
  readonly document: Document;
  readonly options: ExpandOptions;
  readonly stack: Stack;
  readonly source: Source;
  /** Packs the bytes of files, several at once; here and one after the other when not given. */
  readonly deflate?: Deflate | undefined;
}

/** Told what happens to each file. */
export interface Progress {
  readonly count: (file: PlannedFile) => Count;
  /** @param isReused whether the file of the earlier output is taken over */
  done(file: PlannedFile, packed: Packed, isReused: boolean): void;
}

/** What came of a build. */
export interface Built {
  /** Undefined where something was wrong: then nothing of the output may be used. */
  readonly manifest: Manifest | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Builds an output: the expanded template, everything that it names, a CDK assembly and a list of it all.
 * @param earlier the files of the output that is replaced, by their names in S3
 */
export const build = async (
  request: BuildRequest,
  output: Output,
  earlier: ReadonlyMap<string, ListedFile>,
  progress: Progress,
): Promise<Built> => {
  const { document, options, stack } = request;
  const plan = planOf(document, options);
  const findings: Finding[] = [...plan.findings];
  const { template } = plan;
  if (template === undefined) return { manifest: undefined, findings };
  const files = await packAll(plan.files, request, output, earlier, progress, findings);
  const templates = [template, ...plan.files.flatMap(({ expanded }) => (expanded ? [expanded] : []))];
  for (const each of templates) append(findings, layerFaults(each, plan.files, files));
  if (findings.some(({ level }) => level === 'error')) return { manifest: undefined, findings };

  const { bucket = bootstrap.bucket, prefix = '' } = options.artifacts ?? {};
  const text = templateText(template);
  const manifest: Manifest = {
    version: 1,
    stack,
    template: fileNames(stack).template,
    templateBytes: new TextEncoder().encode(text).length,
    capabilities: capabilitiesOf(templates),
    needs: needsOf(template, stack),
    bucket,
    prefix,
    files,
    ties: tiesOf(document.root as JsonMap, {
      made: template,
      options,
      expand: (changed) => transform(document, changed).template,
    }),
  };
  await writeTexts(request, plan, text, manifest, output);
  return { manifest, findings };
};

/** The parameters that neither the template nor the stack gives a value. */
const needsOf = (template: JsonMap, { parameters: given }: Stack): string[] => {
  const declared = get(template, 'Parameters');
  return Object.entries(isMap(declared) ? declared : {})
    .filter(([name, declaration]) => get(declaration, 'Default') === undefined && !Object.hasOwn(given, name))
    .map(([name]) => name);
};

const packAll = async (
  files: readonly PlannedFile[],
  { source, deflate }: BuildRequest,
  output: Output,
  earlier: ReadonlyMap<string, ListedFile>,
  progress: Progress,
  findings: Finding[],
): Promise<ListedFile[]> => {
  const listed: ListedFile[] = [];
  for (const file of files) {
    const known = earlier.get(file.name);
    const isReused = known !== undefined && file.made !== 'image' && output.reuse(fileOf(file), known);
    const packed = isReused ? packedOf(known) : await pack(file, { source, output, deflate }, progress.count(file));
    const faults = 'code' in packed ? [packed] : contentFaults(file, contentsOf(packed));
    for (const fault of faults) {
      for (const { at, logicalId } of file.users) findings.push({ ...fault, span: at, logicalId });
    }
    if (faults.some(({ level }) => level === 'error')) continue;
    progress.done(file, packed as Packed, isReused);
    listed.push(listedFile(file, packed as Packed));
  }
  return listed;
};

/** What went into a file. What is only compared is not packed: it has no bytes. */
const contentsOf = (packed: Packed): Pick<Packed, 'entries' | 'unpacked'> => (packed.bytes > 0 ? packed : {});

const packedOf = ({ bytes, sha256, entries, unpacked }: ListedFile): Packed => ({
  bytes,
  sha256,
  ...(entries === undefined ? {} : { entries }),
  ...(unpacked === undefined ? {} : { unpacked }),
});

const listedFile = ({ name, made, path, users }: PlannedFile, packed: Packed): ListedFile => ({
  name,
  file: fileOf({ name, made }),
  made,
  path,
  ...packed,
  users: users.map(userOf),
});

const userOf = ({ template, logicalId, property }: Artifact): User => ({
  ...(template === undefined ? {} : { template }),
  resource: logicalId,
  property,
});

const writeTexts = async (
  { options, stack }: BuildRequest,
  { files, findings, template }: Plan,
  text: string,
  manifest: Manifest,
  output: Output,
): Promise<void> => {
  const name = digestOf(text);
  const assets: Asset[] = [
    { name, file: manifest.template, title: `the template of ${stack.name}` },
    ...files.map((file) => ({
      name: file.name,
      file: fileOf(file),
      image: file.image,
      title: titleOf(file.path, file.users),
    })),
  ];
  const texts = {
    [manifest.template]: text,
    [fileNames(stack).assets]: jsonText(assetManifest(stack, assets, options.artifacts)),
    [assemblyName]: jsonText(
      assemblyManifest(stack, name, metadataOf(template!, findings, options.path), options.artifacts),
    ),
    [manifestName]: jsonText(manifest),
  };
  for (const [file, content] of Object.entries(texts)) {
    await output.write(file, (take) => take(new TextEncoder().encode(content)));
  }
};

/** What a published file is called: `src (Orders.CodeUri)`. */
const titleOf = (path: string, users: readonly Artifact[]): string =>
  `${path} (${users.map(({ logicalId, property }) => (logicalId === '' ? property : `${logicalId}.${property}`)).join(', ')})`;

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;
