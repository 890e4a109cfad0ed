import type { Context } from '../model/plugin.ts';
import { hasScheme } from '../model/s3.ts';
import { isString, type Json } from '../model/tree.ts';
import { checkDefinition } from '../openapi/check.ts';

type Checker = Pick<Context, 'readLocal' | 'report'>;

/**
 * Checks a finished definition of the author's. The transform lets pass what it has no need to look at, so this only
 * warns of what API Gateway will refuse.
 */
export const checkInlineDefinition = (cx: Checker, definition: Json): void =>
  checkDefinition(definition, (found, at) => cx.report({ ...found, level: 'warning' }, at));

/** Checks the definition in a local file, which is API Gateway's alone. */
export const checkLocalDefinition = (cx: Checker, uri: Json | null | undefined): void => {
  if (!isString(uri) || uri === '' || hasScheme(uri)) return;
  const definition = cx.readLocal(uri);
  if (definition !== undefined) checkDefinition(definition, cx.report);
};
