import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
} from '../../../model/tree.ts';
import { functionTable } from '../intrinsics/table.ts';
import { isFunctionKey, isMacroKey } from '../templates/function-keys.ts';
import { placeIn } from '../templates/places.ts';
import { scalarNumber } from '../texts/scalar.ts';

/** What a value of the template's structure must be. */
type Wanted = 'text' | 'scalar' | 'number' | 'truth value' | 'list' | 'map' | 'condition' | 'text or list of texts';

/** A part of the structure: what it must be, and what is in it. */
interface Part {
  readonly is?: Wanted;
  /** The entries that a map must have. */
  readonly required?: readonly string[];
  /** The entries of a map by name; `*` stands for all that are not named. */
  readonly keys?: Readonly<Record<string, Part>>;
  /** The items of a list. */
  readonly items?: Part;
  /** What the names of the entries under `*` are called. */
  readonly called?: string;
}

const text: Part = { is: 'text' };
const number: Part = { is: 'number' };

/** The structure of templates; keys that have no place in it are another matter. */
const structure: Part = {
  keys: {
    AWSTemplateFormatVersion: text,
    Description: text,
    Metadata: { is: 'map' },
    Parameters: {
      is: 'map',
      called: 'parameter',
      keys: {
        '*': {
          is: 'map',
          required: ['Type'],
          keys: {
            Type: text,
            Default: { is: 'scalar' },
            Description: text,
            ConstraintDescription: text,
            AllowedPattern: text,
            AllowedValues: { is: 'list', items: { is: 'scalar' } },
            NoEcho: { is: 'truth value' },
            MinLength: number,
            MaxLength: number,
            MinValue: number,
            MaxValue: number,
          },
        },
      },
    },
    Mappings: { is: 'map', called: 'mapping' },
    Conditions: { is: 'map', called: 'condition', keys: { '*': { is: 'condition' } } },
    Rules: {
      is: 'map',
      called: 'rule',
      keys: {
        '*': {
          is: 'map',
          required: ['Assertions'],
          keys: {
            RuleCondition: { is: 'condition' },
            Assertions: {
              is: 'list',
              items: {
                is: 'map',
                required: ['Assert'],
                keys: { Assert: { is: 'condition' }, AssertDescription: text },
              },
            },
          },
        },
      },
    },
    Resources: {
      is: 'map',
      called: 'resource',
      keys: {
        '*': {
          is: 'map',
          required: ['Type'],
          keys: {
            Type: text,
            Properties: { is: 'map' },
            Condition: text,
            DependsOn: { is: 'text or list of texts' },
            Metadata: { is: 'map' },
            CreationPolicy: { is: 'map' },
            UpdatePolicy: { is: 'map' },
          },
        },
      },
    },
    Outputs: {
      is: 'map',
      called: 'output',
      keys: {
        '*': {
          is: 'map',
          required: ['Value'],
          keys: {
            Value: {},
            Description: text,
            Condition: text,
            Export: { is: 'map', required: ['Name'], keys: { Name: {} } },
          },
        },
      },
    },
    Hooks: { is: 'map' },
  },
};

/** Something in the structure that is missing or of another kind than it must be. */
export interface StructureFault {
  readonly messageId: 'kind' | 'missing';
  /** The part, or what it is missing in, in words. */
  readonly where: string;
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly at: Cause | undefined;
  readonly logicalId: string | undefined;
}

/** Everything in a template's structure that is missing or of the wrong kind; nulls are left to others. */
export const structureFaults = (template: JsonMap): readonly StructureFault[] => {
  const check = new Check();
  check.entries(template, structure, () => '', { key: originOf(template), value: originOf(template) });
  return check.faults;
};

/** The places of the key and of the value of what is looked at. */
interface Places {
  readonly key: Cause | undefined;
  readonly value: Cause | undefined;
}

class Check {
  readonly faults: StructureFault[] = [];
  #logicalId: string | undefined;

  /** @param where the map in words, made where something is said of it */
  entries(map: JsonMap, part: Part, where: () => string, around: Places): void {
    for (const name of Object.keys(map)) {
      const inner = part.keys && (Object.hasOwn(part.keys, name) ? part.keys[name] : part.keys['*']);
      if (!inner || isMacroKey(name) || isSound(map[name]!, inner)) continue;
      if (part.called === 'resource') this.#logicalId = name;
      const own = (): string => {
        if (part === structure) return `'${name}'`;
        return part.called ? `The ${part.called} '${name}'` : `'${name}' of ${lower(where())}`;
      };
      const entry = entryOf(map, name);
      this.#value(map[name]!, inner, own, { key: entry?.key ?? around.key, value: entry?.value ?? around.value }, name);
      if (part.called === 'resource') this.#logicalId = undefined;
    }
    for (const name of part.required ?? []) {
      if (Object.hasOwn(map, name) || Object.keys(map).some(isMacroKey)) continue;
      this.#fault({ messageId: 'missing', where: where(), name, wanted: '', found: '', at: around.key });
    }
  }

  #value(value: Json, part: Part, where: () => string, at: Places, name: string): void {
    if (isNothing(value)) return;
    if (part.is !== undefined && !fits(value, part.is)) {
      const place = where() === `'${name}'` ? at.key : at.value;
      this.#fault({ messageId: 'kind', where: where(), name, wanted: kinds[part.is], found: found(value), at: place });
    } else if (isMap(value) && part.keys && !isIntrinsic(value)) this.entries(value, part, where, at);
    else if (isList(value) && part.items) {
      for (const [step, item] of value.entries()) {
        const place = placeIn(value, step) ?? at.value;
        const own = (): string => `Item ${step + 1} of ${lower(where())}`;
        this.#value(item, part.items, own, { key: place, value: place }, name);
      }
    }
  }

  #fault(fault: Omit<StructureFault, 'logicalId'>): void {
    this.faults.push({ ...fault, logicalId: this.#logicalId });
  }
}

const lower = (where: string): string =>
  /^(The|Item) /.test(where) ? where[0]!.toLowerCase() + where.slice(1) : where;

const found = (value: Json): string => (isString(value) ? `the text '${value}'` : kindOf(value));

const kinds: Readonly<Record<Wanted, string>> = {
  text: 'a text',
  scalar: 'a text or a number',
  number: 'a number',
  'truth value': 'true or false',
  list: 'a list',
  map: 'a map',
  condition: "a condition, such as 'Fn::Equals'",
  'text or list of texts': 'a text or a list of texts',
};

/** Whether a value is as it must be, and nothing in it has a place in the structure. */
const isSound = (value: Json, { is, keys, items }: Part): boolean =>
  keys === undefined && items === undefined && (is === undefined || fits(value, is));

/** Functions are for others to judge, except where a condition must stand. */
const fits = (value: Json, wanted: Wanted): boolean => {
  if (wanted === 'map' && isMap(value)) return true;
  const functions = isMap(value) ? Object.keys(value).filter((key) => isFunctionKey(key) || isIntrinsic(value)) : [];
  if (wanted === 'condition') return functions.some(mayBeCondition);
  if (functions.length > 0) return true;
  if (wanted === 'map') return isMap(value);
  if (wanted === 'list') return isList(value);
  if (wanted === 'text or list of texts') return isString(value) || isList(value);
  if (typeof value === 'object') return false;
  if (wanted === 'number') return scalarNumber(value) !== undefined;
  if (wanted === 'truth value') return /^(true|false)$/i.test(String(value));
  return wanted === 'scalar' || isString(value);
};

/** Whether a function gives a condition, or is one that does not exist or cannot stand here at all. */
const mayBeCondition = (fn: string): boolean => {
  const spec = functionTable.get(fn);
  return spec === undefined || spec.gives === 'condition' || !spec.rooms.includes('conditions');
};

/** The names of what stands in a section. */
export const namesIn = (template: JsonMap, section: string): string[] => {
  const content = get(template, section);
  return isMap(content) ? Object.keys(content) : [];
};
