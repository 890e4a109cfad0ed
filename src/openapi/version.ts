import { spellingOf } from '../model/origin.ts';
import { get, isMap, isTruthy, type Json, type JsonMap } from '../model/tree.ts';

/**
 * The version that a map has under a key, as text. A number is taken as the author spelt it: `3.0` is another version
 * than `3`.
 */
export const versionText = (map: JsonMap, key: string): string => {
  const value = Object.hasOwn(map, key) ? map[key]! : '';
  if (typeof value === 'object' && value !== null) return isMap(value) ? '{}' : '[]';
  if (typeof value !== 'number') return String(value);
  return /^\d+\.0+$/.test(spellingOf(map, key) ?? '') ? `${value}.0` : String(value);
};

/** OpenAPI 3, not Swagger 2; a version that is a list or a map is neither. */
export const isVersion3 = (version: unknown): boolean =>
  (typeof version === 'string' || typeof version === 'number') && /^3(\.\d)(\.\d)?$/.test(String(version));

/** The key because of which something is not a document of OpenAPI 3 with paths; undefined when it is one. */
export const openApi3Fault = (document: JsonMap): 'openapi' | 'paths' | undefined => {
  if (!isTruthy(get(document, 'openapi')) || !isVersion3(versionText(document, 'openapi'))) return 'openapi';
  return isMap(get(document, 'paths')) ? undefined : 'paths';
};

/** True for a document of OpenAPI 3 with paths. */
export const isOpenApi3 = (document: Json | undefined): document is JsonMap =>
  isMap(document) && openApi3Fault(document) === undefined;

/** The document that the routes of an HTTP API are added to when the author gives none. */
export const emptyOpenApi3 = (): JsonMap => ({
  openapi: '3.0.1',
  info: { version: '1.0', title: { Ref: 'AWS::StackName' } },
  paths: {},
});
