import { leastOf } from '../../../model/lists.ts';
import type { ResourceNode, Sizes } from '../../../model/rule.ts';
import { isList, type Json } from '../../../model/tree.ts';
import { choicesOf } from '../templates/choices.ts';
import { layerTypes, localCode } from './local-code.ts';

/** What code and layers of a function may take together after unpacking, in bytes: 250 MB of 1,024 KB each. */
export const maximumUnpacked = 262_144_000;

/** How much the code of a function takes after unpacking, with its layers. */
export interface PackageSize {
  /** Of the code and all layers that are local, in bytes. */
  readonly bytes: number;
  /** Whether that is all: no layer comes from elsewhere, none depends on a condition. */
  readonly complete: boolean;
}

/**
 * How large local code of a function (as written, `Globals` merged in) is after unpacking, with its layers; of layers
 * that an `Fn::If` chooses from, the smallest counts.
 * @param target the resource that a reference to a layer points to
 * @returns undefined where the code is not local, or an image
 */
export const packageSize = (
  fn: ResourceNode,
  sizes: Sizes,
  target: (reference: Json) => ResourceNode | undefined,
): PackageSize | undefined => {
  const own = unpackedSize(fn, sizes);
  if (own === undefined) return undefined;
  let complete = true;
  const least = (found: readonly (number | undefined)[]): number => {
    complete &&= new Set(found).size === 1 && found[0] !== undefined;
    return leastOf(found.map((bytes) => bytes ?? 0));
  };
  const sizeOf = (layer: Json | undefined): number | undefined => {
    if (layer === undefined) return 0;
    const node = target(layer);
    return node && layerTypes.includes(node.type) ? unpackedSize(node, sizes) : undefined;
  };
  const sumOf = (list: Json | undefined): number | undefined => {
    if (list === undefined) return 0;
    if (!isList(list)) return undefined;
    return list.reduce<number>(
      (sum, item) => sum + least(choicesOf(item, undefined).map(({ value }) => sizeOf(value))),
      0,
    );
  };
  const layers = least(choicesOf(fn.get('Layers'), undefined).map(({ value }) => sumOf(value)));
  return { bytes: own + layers, complete };
};

/** The unpacked size of the local code of a function or of the local content of a layer. */
export const unpackedSize = (node: ResourceNode, sizes: Sizes): number | undefined => {
  const [code] = localCode(node);
  return code && sizes.unpacked(code.value);
};
