import type { TemplateView } from '../../../model/rule.ts';
import { get, isMap, type Json } from '../../../model/tree.ts';
import { hasOtherMacros } from '../templates/macros.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { isOpaque } from '../templates/opaque.ts';
import { referencesIn } from '../templates/references.ts';

interface Unseen {
  /** Whether resources may come to the template that are not there to be seen. */
  readonly anything: boolean;
  /** The resources that are passed to custom resources, nested stacks and modules. */
  readonly ids: ReadonlySet<string>;
}

/** Whether permissions for a resource may come from a place that cannot be read: a macro, a nested stack, a custom resource. */
export const mayGetUnseen = (id: string, view: TemplateView): boolean => {
  const { anything, ids } = unseen(view);
  return anything || ids.has(id);
};

const unseen = oncePerTemplate((view): Unseen => {
  const ids = new Set<string>();
  for (const { type, properties } of view.resources()) {
    if (!isOpaque(type) || type === 'AWS::SSM::Parameter') continue;
    for (const key of Object.keys(properties)) {
      // The function that a custom resource runs as is not what it works on.
      if (key === 'ServiceToken') continue;
      for (const { name } of referencesIn(properties[key] as Json, undefined)) ids.add(name);
    }
  }
  const resources = get(view.template, 'Resources');
  const isIncluded = isMap(resources) && 'Fn::Transform' in resources;
  return { anything: isIncluded || hasOtherMacros(view.source), ids };
});
