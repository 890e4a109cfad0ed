import { type Cause, originOf, placeOfEntry } from '../model/origin.ts';
import type { Json, JsonMap, Step } from '../model/tree.ts';

/** Where an entry of a map or list was written, or what made its value. */
export const placeAt = (container: Json | undefined, step: Step): Cause | undefined =>
  placeOfEntry(container, step) ??
  (typeof container === 'object' && container !== null ? originOf((container as JsonMap)[step as string]) : undefined);
