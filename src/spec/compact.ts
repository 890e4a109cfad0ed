import { isMap, type Json, type JsonMap } from '../model/tree.ts';

/** Whether a tree is that of a compact file. */
export const isCompact = (root: Json): root is JsonMap => isMap(root) && Object.hasOwn(root, 'synth');

/**
 * Whether a tree may be that of a compact file, perhaps one without its version: the sections of SAM begin with a capital
 * letter, no section and no heading of the language does. Without the language itself, which takes time to load.
 */
export const mayBeCompact = (root: Json): root is JsonMap =>
  isCompact(root) || (isMap(root) && Object.keys(root).every((key) => /^[a-z]/.test(key)));
