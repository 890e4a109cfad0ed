import { isMap, type Json } from '../../model/tree.ts';
import type { ArtifactLocation } from '../../transform/index.ts';

/** Where local code is said to be: where a packaging step puts it is not known, and does not matter. */
export const localCode: ArtifactLocation = { bucket: '(local code)' };

/** Whether a value is the place of local code, in whatever shape a type has it. */
export const isLocalCode = (value: Json | undefined): boolean =>
  isMap(value) && Object.values(value).includes(localCode.bucket);
