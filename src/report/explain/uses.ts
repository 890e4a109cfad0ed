import { inTable } from '../../model/in-table.ts';
import { entryOf, type Span } from '../../model/origin.ts';
import { namesIn } from '../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';

/** A place of the source that uses a parameter, a condition or a mapping. */
export interface Use {
  readonly path: readonly Step[];
  readonly at: Span | undefined;
}

/** How the things of a section are used. */
type IsUse = (name: string, key: Step, value: Json) => boolean;

const uses: Readonly<Record<string, IsUse>> = {
  Parameters: (name, key, value) =>
    (key === 'Ref' && value === name) || (key === 'Fn::Sub' && referredTo(value).includes(name)),
  Conditions: (name, key, value) =>
    (key === 'Condition' && value === name) || (key === 'Fn::If' && firstOf(value) === name),
  Mappings: (name, key, value) => key === 'Fn::FindInMap' && firstOf(value) === name,
};

/** Where the source uses something of one of its sections, in the order in which it is written. */
export const usesOf = (source: JsonMap, section: string, name: string): readonly Use[] => {
  const isUse = inTable(uses, section);
  const found: Use[] = [];
  if (isUse === undefined) return found;
  const walk = (value: Json, path: readonly Step[], around: Span | undefined): void => {
    if (!isMap(value) && !isList(value)) return;
    for (const key of Object.keys(value)) {
      const step: Step = isList(value) ? Number(key) : key;
      const inner = (value as JsonMap)[key]!;
      const at = entryOf(value, step)?.value ?? around;
      if (isUse(name, step, inner)) found.push({ path: isFunction(step) ? path : [...path, step], at });
      walk(inner, [...path, step], at);
    }
  };
  walk(source, [], undefined);
  return found;
};

const isFunction = (step: Step): boolean => step === 'Ref' || String(step).startsWith('Fn::');

const firstOf = (value: Json): Json | undefined => (isList(value) ? value[0] : undefined);

/** The names that `Fn::Sub` refers to, attributes and those that it defines itself aside. */
const referredTo = (value: Json): string[] => {
  const [text, own] = isList(value) ? value : [value];
  if (!isString(text)) return [];
  return namesIn(text)
    .map((name) => name.trim())
    .filter((name) => !name.includes('.') && get(own, name) === undefined);
};
