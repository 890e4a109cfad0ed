import { intrinsicName, isMap, isString, type Json } from '../../model/tree.ts';
import type { ArtifactLocation } from '../../transform/index.ts';

/** Where local code is said to be: where a packaging step puts it is not known, and does not matter. */
export const localCode: ArtifactLocation = { bucket: '(local code)' };

/** Whether a value is the place of local code, in whatever shape a property has it: a map, an address, or one with gaps. */
export const isLocalCode = (value: Json | undefined): boolean => {
  if (isString(value)) return value.includes(localCode.bucket);
  if (!isMap(value)) return false;
  return intrinsicName(value) === undefined
    ? Object.values(value).includes(localCode.bucket)
    : JSON.stringify(value).includes(localCode.bucket);
};
