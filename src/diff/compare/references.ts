import type { Cause } from '../../model/origin.ts';
import { namesIn as placeholderNames } from '../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type Step } from '../../model/tree.ts';
import { placeAt } from '../places.ts';

/** A mention of a name in the properties of a resource. */
export interface Mention {
  readonly name: string;
  /** The attribute that is asked for; undefined of a `Ref`. */
  readonly attribute: string | undefined;
  readonly path: readonly Step[];
  readonly at: Cause | undefined;
  /** Whether it stands in a branch of an `Fn::If`. */
  readonly conditional: boolean;
}

/** Every `Ref`, `Fn::GetAtt` and `${…}` of an `Fn::Sub` in a value. Paths do not count the functions around it. */
export const mentionsIn = (value: Json, at: Cause | undefined): readonly Mention[] => {
  const found: Mention[] = [];
  walk(value, { path: [], at, conditional: false }, found);
  return found;
};

type Spot = Omit<Mention, 'name' | 'attribute'>;

const walk = (value: Json, spot: Spot, found: Mention[]): void => {
  if (isList(value)) {
    for (const [step, item] of value.entries()) walk(item, below(value, step, spot), found);
    return;
  }
  if (!isMap(value)) return;
  const keys = Object.keys(value);
  const only = keys.length === 1 ? keys[0]! : '';
  if (only === 'Ref' || only.startsWith('Fn::')) {
    for (const each of namesIn(only, value[only]!)) found.push({ ...spot, ...each });
    const inner = {
      ...spot,
      at: placeAt(value, only) ?? spot.at,
      conditional: spot.conditional || only === 'Fn::If',
    };
    within(value[only]!, inner, found);
    return;
  }
  for (const key of keys) walk(value[key]!, below(value, key, spot), found);
};

/** The operands of a function: their indexes and keys are not steps of the path. */
const within = (operand: Json, spot: Spot, found: Mention[]): void => {
  const inner: Mention[] = [];
  walk(operand, { ...spot, path: [] }, inner);
  for (const mention of inner) found.push({ ...mention, path: spot.path });
};

const below = (container: Json, step: Step, { path, at, conditional }: Spot): Spot => ({
  path: [...path, step],
  at: placeAt(container, step) ?? at,
  conditional,
});

const namesIn = (name: string, operand: Json): Pick<Mention, 'name' | 'attribute'>[] => {
  if (name === 'Ref') return isString(operand) ? [{ name: operand, attribute: undefined }] : [];
  if (name === 'Fn::GetAtt') {
    if (!isList(operand)) return isString(operand) ? [dotted(operand)] : [];
    return isString(operand[0]) ? [dotted(operand.filter(isString).join('.'))] : [];
  }
  if (name !== 'Fn::Sub') return [];
  const [text, variables] = isList(operand) ? operand : [operand];
  if (!isString(text)) return [];
  return placeholderNames(text)
    .map((each) => each.trim())
    .filter((each) => get(variables, each) === undefined)
    .map(dotted);
};

/** A name, and the attribute behind its first point. */
const dotted = (text: string): Pick<Mention, 'name' | 'attribute'> => {
  const end = text.indexOf('.');
  return end < 0 ? { name: text, attribute: undefined } : { name: text.slice(0, end), attribute: text.slice(end + 1) };
};
