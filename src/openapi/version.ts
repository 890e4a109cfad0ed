import { get, isMap, isTruthy, type Json, type JsonMap } from '../model/tree.ts';

/** True for a document of OpenAPI 3 with paths. An unquoted `3.0` is the number 3 once it is read. */
export const isOpenApi3 = (document: Json | undefined): document is JsonMap => {
  const version = get(document, 'openapi');
  return isMap(get(document, 'paths')) && isTruthy(version) && /^3(?:\.\d){0,2}$/.test(String(version));
};

/** The document that routes are added to when the author gives none. */
export const emptyOpenApi3 = (): JsonMap => ({
  openapi: '3.0.1',
  info: { version: '1.0', title: { Ref: 'AWS::StackName' } },
  paths: {},
});
