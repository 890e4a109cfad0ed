import { type Finding, type Message, message } from '../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { isUnpackedByLambda } from '../packaging/archives.ts';
import type { ListedFile } from './manifest.ts';
import type { Packed } from './pack.ts';
import type { PlannedFile } from './plan.ts';

/** What Lambda takes of code after unpacking, all layers together, in bytes: 250 MB. */
const maximumUnpacked = 262_144_000;

const TooLarge = message(
  'package-too-large',
  'error',
  (path: string, bytes: number) =>
    `'${path}' has ${bytes} bytes unpacked; Lambda takes at most ${maximumUnpacked}, all layers of a function together.`,
);
const TooLargeTogether = message(
  'package-too-large',
  'error',
  (path: string, bytes: number, layers: readonly string[]) =>
    `'${path}' has ${bytes} bytes unpacked together with ${layers.length === 1 ? 'the layer' : 'the layers'} ${layers
      .map((layer) => `'${layer}'`)
      .join(', ')}; Lambda takes at most ${maximumUnpacked}.`,
);

/** What is wrong with the size of code for Lambda. */
export const sizeFault = (file: PlannedFile, { unpacked = 0 }: Pick<Packed, 'unpacked'>): Message | undefined =>
  unpacked > maximumUnpacked && unpackedByLambda(file) ? TooLarge(file.path, unpacked) : undefined;

/** Whether a file is the code of a function or the content of a layer. */
const unpackedByLambda = ({ users }: PlannedFile): boolean =>
  users.some(({ property }) => isUnpackedByLambda(property));

/** The functions of an expanded template that are too large with their layers, as far as those are packaged too. */
export const layerFaults = (
  template: JsonMap,
  planned: readonly PlannedFile[],
  listed: readonly Pick<ListedFile, 'name' | 'path' | 'unpacked'>[],
): Finding[] => {
  const findings: Finding[] = [];
  const sizes = new Map(listed.map(({ name, path, unpacked = 0 }) => [name, { path, unpacked }]));
  const resources = get(template, 'Resources');
  for (const [id, body] of isMap(resources) ? Object.entries(resources) : []) {
    const properties = get(body, 'Properties');
    const name = nameIn(get(properties, 'Code'));
    const code = name === undefined ? undefined : sizes.get(name);
    if (get(body, 'Type') !== 'AWS::Lambda::Function' || code === undefined || code.unpacked > maximumUnpacked)
      continue;
    const refs = get(properties, 'Layers');
    const layers = (isList(refs) ? refs : []).flatMap((ref) => {
      const layer = get(ref, 'Ref');
      const content = isString(layer) ? nameIn(get(get(get(resources, layer), 'Properties'), 'Content')) : undefined;
      return (content !== undefined && sizes.get(content)) || [];
    });
    const bytes = layers.reduce((sum, { unpacked }) => sum + unpacked, code.unpacked);
    if (layers.length === 0 || bytes <= maximumUnpacked) continue;
    const found = TooLargeTogether(
      code.path,
      bytes,
      layers.map(({ path }) => path),
    );
    const users = planned.find((file) => file.name === name)!.users.filter(({ logicalId }) => logicalId === id);
    for (const { at } of users) findings.push({ ...found, span: at, logicalId: id });
  }
  return findings;
};

/** The name of a packaged file in the place that names it, without the prefix. */
const nameIn = (place: Json | undefined): string | undefined => {
  const key = get(place, 'S3Key');
  return isString(key) ? key.slice(key.lastIndexOf('/') + 1) : undefined;
};
