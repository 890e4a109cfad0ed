import { inTable } from '../../../model/in-table.ts';
import type { ResourceSpec, ShapeSpec } from '../../../model/spec.ts';
import type { Step } from '../../../model/tree.ts';

/** What stands in a property by the specification of its type; `steps` lead there from the properties. */
export const shapeAt = (spec: ResourceSpec, steps: readonly Step[]): ShapeSpec | undefined => {
  const [first, ...rest] = steps;
  let shape: ShapeSpec | undefined = inTable(spec.properties, String(first))?.[0];
  for (const step of rest) {
    if (shape === undefined || typeof shape === 'string') return shape === 'j' ? 'j' : undefined;
    if ('l' in shape) shape = typeof step === 'number' ? shape.l : undefined;
    else if ('m' in shape) shape = shape.m;
    else if ('r' in shape) shape = inTable(spec.definition(shape.r) ?? {}, String(step))?.[0];
    else return undefined;
  }
  return shape;
};
