import { carry } from '../../model/origin.ts';
import { type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { codeLocation } from '../code-location.ts';
import type { HttpApiContext } from './index.ts';

/** A `DefinitionUri` in the form in which API Gateway takes it: `Bucket`, `Key` and `Version`. */
export const definitionLocation = (cx: HttpApiContext, uri: Json): JsonMap => {
  const location = codeLocation(cx, 'DefinitionUri', uri);
  const definition = newMap();
  carry(location, 'S3Bucket', definition, 'Bucket');
  carry(location, 'S3Key', definition, 'Key');
  carry(location, 'S3ObjectVersion', definition, 'Version');
  return definition;
};
