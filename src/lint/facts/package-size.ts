import type { ResourceNode, Sizes } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { localPath } from './local-path.ts';

/** What code and layers of a function may take together after unpacking, in bytes: 250 MB of 1,024 KB each. */
export const maximumUnpacked = 262_144_000;

export interface PackageSize {
  /** Of the code and all layers that are local, in bytes. */
  readonly bytes: number;
  /** Whether that is all: no layer comes from elsewhere. */
  readonly complete: boolean;
}

/**
 * How large local code of a function (as written, `Globals` merged in) is after unpacking, with its layers.
 * @param target the resource that a reference to a layer points to
 * @returns undefined where the code is not local, or an image
 */
export const packageSize = (
  fn: ResourceNode,
  sizes: Sizes,
  target: (reference: Json) => ResourceNode | undefined,
): PackageSize | undefined => {
  const path = localPath(fn.get('CodeUri'));
  if (path === undefined || fn.strings('PackageType').some(({ value }) => value === 'Image')) return undefined;
  const code = sizes.unpacked(path);
  if (code === undefined) return undefined;
  const layers = fn.all('Layers', '*').map(({ value }) => {
    const content = localPath(target(value)?.get('ContentUri'));
    return content === undefined ? undefined : sizes.unpacked(content);
  });
  return {
    bytes: layers.reduce<number>((sum, size) => sum + (size ?? 0), code),
    complete: !layers.includes(undefined),
  };
};
