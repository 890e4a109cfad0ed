import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';
import { type PolicyDocument, policyDocuments } from './documents.ts';

const cache = new WeakMap<JsonMap, ReadonlyMap<ResourceNode, readonly PolicyDocument[]>>();

/** The policy documents that stand in one resource. */
export const documentsOf = (owner: ResourceNode, cx: RuleContext): readonly PolicyDocument[] => {
  let byOwner = cache.get(cx.template);
  if (!byOwner) {
    const map = new Map<ResourceNode, PolicyDocument[]>();
    for (const document of policyDocuments(cx)) {
      const list = map.get(document.owner);
      if (list) list.push(document);
      else map.set(document.owner, [document]);
    }
    byOwner = map;
    cache.set(cx.template, byOwner);
  }
  return byOwner.get(owner) ?? [];
};
