import { originOf } from '../src/model/origin.ts';
import type { Json } from '../src/model/tree.ts';

/** The line of the template that a generated container is traced to. */
export const lineOf = (template: string, value: Json | undefined): string | undefined => {
  const origin = originOf(value);
  if (origin === undefined) return undefined;
  const before = template.slice(0, origin.start);
  return template.split('\n')[before.split('\n').length - 1]?.trim();
};
