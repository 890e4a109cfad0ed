import { ref } from '../model/intrinsics.ts';
import { carry } from '../model/origin.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import { type JsonMap, newMap } from '../model/tree.ts';

/**
 * Lets a service invoke the function.
 * @param limits what narrows the permission: `SourceArn`, `SourceAccount`, `EventSourceToken`
 * @returns the permission's logical id
 */
export const permitInvocation = (
  cx: AnyEventContext,
  principal: string,
  limits: JsonMap,
  id = `${cx.id}Permission`,
): string => {
  const properties = newMap();
  properties['Action'] = 'lambda:InvokeFunction';
  properties['FunctionName'] = ref(cx.host.targetId);
  properties['Principal'] = principal;
  for (const name of Object.keys(limits)) carry(limits, name, properties);
  cx.emit({ id, type: 'AWS::Lambda::Permission', properties, attributes: cx.host.inherited, cause: cx.cause });
  return id;
};
