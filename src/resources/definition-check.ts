import type { Context } from '../model/plugin.ts';
import type { Json } from '../model/tree.ts';
import { checkDefinition } from '../openapi/check.ts';

/**
 * Checks a finished definition of the author's. The transform lets pass what it has no need to look at, so this only
 * warns of what API Gateway will refuse.
 */
export const checkInlineDefinition = (cx: Pick<Context, 'report'>, definition: Json): void =>
  checkDefinition(definition, (found, at) => cx.report({ ...found, level: 'warning' }, at));
