import { isNoValue } from '../../../model/intrinsics.ts';
import { isListType } from '../../../model/parameter-value.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, intrinsicName, isList, isMap, isNothing, isString, type Json, kindOf } from '../../../model/tree.ts';
import { scalarText } from '../texts/scalar.ts';
import { functionTable, type Kind, type Operand } from './table.ts';

const noLoops: ReadonlySet<string> = new Set();

/** What values of a template come to, as far as that follows from how things are declared. */
export class Kinds {
  readonly #cx: RuleContext;
  /** What look-ups in mappings give, by mapping and keys. */
  readonly #mapped = new Map<string, Kind | undefined>();

  constructor(cx: RuleContext) {
    this.#cx = cx;
  }

  /**
   * What a value is, or what the function in its place gives; undefined where that is not known.
   * @param loops the names that loops around the value give to their items
   */
  of(value: Json | undefined, loops = noLoops): Kind | undefined {
    if (isNothing(value) || isNoValue(value)) return undefined;
    if (isList(value)) return 'list';
    if (!isMap(value)) return 'text';
    const name = intrinsicName(value);
    if (name === undefined) return Object.keys(value).some((key) => key.startsWith('Fn::')) ? undefined : 'map';
    const operand = value[name];
    if (name === 'Ref') return isString(operand) ? this.#ofReference(operand, loops) : undefined;
    if (name === 'Fn::GetAtt') return this.#ofAttribute(operand);
    if (name === 'Fn::FindInMap') return this.#inMapping(operand);
    if (name === 'Fn::Select') return isList(operand) ? this.#ofItem(operand[1], loops) : undefined;
    const gives = functionTable.get(name)?.gives;
    return gives === 'any' ? undefined : gives;
  }

  /** The same in words, with the name of the function. */
  describe(value: Json, kind: Kind): string {
    const name = intrinsicName(value);
    if (name === undefined) return isString(value) ? `the text '${value}'` : kindOf(value);
    const operand = (value as { [key: string]: Json })[name];
    const target = name === 'Ref' && isString(operand) ? ` to '${operand}'` : '';
    return `'${name}'${target}, which gives ${kindNames[kind]}`;
  }

  #ofReference(name: string, loops: ReadonlySet<string>): Kind | undefined {
    if (loops.has(name)) return 'text';
    if (name.startsWith('AWS::')) return name === 'AWS::NotificationARNs' ? 'list' : 'text';
    const parameter = get(get(this.#cx.document, 'Parameters'), name);
    if (parameter !== undefined) {
      const type = get(parameter, 'Type');
      return isString(type) ? (isListType(type) ? 'list' : 'text') : undefined;
    }
    const type = this.#cx.resource(name)?.type;
    // What a module gives depends on the module.
    return type === undefined || type.endsWith('::MODULE') ? undefined : 'text';
  }

  #ofAttribute(operand: Json | undefined): Kind | undefined {
    const path = isString(operand) ? operand : isList(operand) && operand.every(isString) ? operand.join('.') : '';
    const dot = path.indexOf('.');
    const type = dot < 0 ? undefined : this.#cx.resource(path.slice(0, dot))?.type;
    if (type === undefined) return undefined;
    const attribute = path.slice(dot + 1);
    if (type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) return 'text';
    const spec = this.#cx.specs?.resource(type);
    if (!spec?.attributes.includes(attribute)) return undefined;
    const kind = spec.attributeKind(attribute) ?? 'text';
    // What `Fn::GetAtt` gives of a structure is not documented: of some it is JSON as a text.
    return kind === 'structure' ? undefined : kind;
  }

  /** The kind of every value that may be meant, where they are all alike. */
  #inMapping(operand: Json | undefined): Kind | undefined {
    if (!isList(operand) || operand.length !== 3) return undefined;
    const [mapping, top, second] = operand.map(scalarText);
    const key = JSON.stringify([mapping, top, second]);
    if (!this.#mapped.has(key)) this.#mapped.set(key, this.#kindIn(mapping, top, second));
    return this.#mapped.get(key);
  }

  #kindIn(mapping: string | undefined, top: string | undefined, second: string | undefined): Kind | undefined {
    const entries = mapping === undefined ? undefined : get(get(this.#cx.document, 'Mappings'), mapping);
    if (!isMap(entries)) return undefined;
    const kinds = new Set(
      picked(entries, top).flatMap((level) => picked(level, second).map((found) => (isList(found) ? 'list' : 'text'))),
    );
    return kinds.size === 1 ? ([...kinds][0] as Kind) : undefined;
  }

  #ofItem(list: Json | undefined, loops: ReadonlySet<string>): Kind | undefined {
    if (!isList(list)) return this.of(list, loops) === 'list' ? 'text' : undefined;
    const kinds = new Set(list.map((item) => this.of(item, loops)));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }
}

/** The value under a key, or all values where the key is not known. */
const picked = (map: Json, key: string | undefined): Json[] => {
  if (!isMap(map)) return [];
  if (key === undefined) return Object.values(map);
  const value = get(map, key);
  return value === undefined ? [] : [value];
};

/** How kinds are called in messages. */
export const kindNames: Readonly<Record<Operand['kind'], string>> = {
  text: 'a text',
  list: 'a list',
  map: 'a map',
  condition: 'a condition',
  integer: 'an integer',
  scalar: 'a text',
  structure: 'a list or a map',
  any: 'a value',
};
