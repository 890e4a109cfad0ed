import type { TemplateView } from '../../../model/rule.ts';
import { oncePerTemplate } from './once.ts';

export const isModule = (type: string): boolean => type.endsWith('::MODULE');

/** The logical ids of the modules of a template, whose resources are not known here. */
const modulesOf = oncePerTemplate((cx: TemplateView): readonly string[] =>
  cx.resources().flatMap(({ id, type }) => (isModule(type) ? [id] : [])),
);

/** Whether a name may be that of a resource in a module: `StoreBucket` or `Store.Bucket` in the module `Store`. */
export const mayBeInModule = (name: string, cx: TemplateView): boolean =>
  modulesOf(cx).some((id) => name.startsWith(id));
