import type { PropertySpecs, ResourceSpec, ShapeSpec } from '../../../model/spec.ts';

const cache = new WeakMap<ResourceSpec, ReadonlySet<string>>();

/** The names of all properties of a type, those of its definitions included. */
export const allNames = (spec: ResourceSpec): ReadonlySet<string> => {
  const known = cache.get(spec);
  if (known) return known;
  const names = new Set<string>();
  const definitions = new Set<string>();
  const visit = (specs: PropertySpecs): void => {
    for (const name of Object.keys(specs)) {
      names.add(name);
      for (const definition of definitionsIn(specs[name]![0])) {
        const inner = definitions.has(definition) ? undefined : spec.definition(definition);
        definitions.add(definition);
        if (inner) visit(inner);
      }
    }
  };
  visit(spec.properties);
  cache.set(spec, names);
  return names;
};

const definitionsIn = (shape: ShapeSpec): readonly string[] => {
  if (typeof shape === 'string' || 'e' in shape || 't' in shape) return [];
  if ('r' in shape) return [shape.r];
  if ('u' in shape) return shape.u.flatMap(definitionsIn);
  return definitionsIn('l' in shape ? shape.l : shape.m);
};
