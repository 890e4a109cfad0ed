import { expect, it } from 'vitest';
import { builtSpecs } from '../../../../bench/specs.ts';
import { forms } from '../../../../src/lint/facts/values/forms.ts';
import { specsFrom } from '../../../../src/lint/specs.ts';
import type { PropertySpecs, ShapeSpec } from '../../../../src/model/spec.ts';

it('says the form of properties that have a pattern, and of no others', () => {
  const without = Object.keys(forms).filter((key) => {
    const [type, path] = key.split(' ') as [string, string];
    const spec = specsFrom(builtSpecs).resource(type);
    let properties: PropertySpecs | undefined = spec?.properties;
    let shape: ShapeSpec | undefined;
    for (const name of path.split('.')) {
      shape = itemOf(properties?.[name]?.[0]);
      properties = typeof shape === 'object' && 'r' in shape ? spec?.definition(shape.r) : undefined;
    }
    return typeof shape !== 'object' || !('p' in shape) || spec?.pattern(shape.p!) === undefined;
  });
  expect(without).toEqual([]);
});

const itemOf = (shape: ShapeSpec | undefined): ShapeSpec | undefined =>
  typeof shape === 'object' && 'l' in shape ? itemOf(shape.l) : shape;
