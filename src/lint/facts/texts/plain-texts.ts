import type { Cause } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { isOpaque } from '../templates/opaque.ts';
import { placeIn } from '../templates/places.ts';
import { Trail } from '../templates/trail.ts';

/** A text of a resource or output that no `Fn::Sub` works on. */
export interface PlainText {
  readonly text: string;
  readonly at: Cause | undefined;
  /** The type of the resource; undefined in an output. */
  readonly type: string | undefined;
  readonly logicalId: string | undefined;
  /** The keys to it, from the properties or the output on; functions and positions in lists aside. */
  readonly path: readonly string[];
}

/** Properties that hold code or another template, in which `${…}` means something of its own. */
const code: ReadonlySet<string> = new Set([
  'BuildSpec',
  'Code',
  'Content',
  'DashboardBody',
  'Definition',
  'DefinitionString',
  'FunctionCode',
  'Script',
  'TemplateBody',
  'UserData',
  'ZipFile',
]);

/** Keys of ids, ARNs and physical names, whose values have neither `$` nor `:` but in an ARN. */
const identifier =
  /((Id|Arn)s?|^(Alias|Bucket|Cluster|Function|Group|Layer|LogGroup|Queue|Repository|Role|StateMachine|Stream|Table|Topic|User)Name)$/;

/** Whether the property refuses every text that is not an id, ARN or name. */
export const isIdentifier = ({ path }: PlainText): boolean => identifier.test(path.at(-1) ?? '');

/** Whether a text stands in code. */
export const isCode = ({ path }: PlainText): boolean => path.some((key) => code.has(key));

/**
 * Every text of the properties and outputs with a `$` or a `::` in it that is handed on as it is; the walk is made once
 * for all rules that ask. What custom resources and third parties make of a text is not known, so they are left out.
 */
export const plainTexts = oncePerTemplate((cx: RuleContext): readonly PlainText[] => {
  const collector = new Collector();
  for (const { id, type, properties, at } of cx.resources()) {
    if (!isOpaque(type) || type === 'AWS::CloudFormation::Stack') collector.walk(properties, at, type, id);
  }
  const outputs = get(cx.template, 'Outputs');
  if (isMap(outputs)) {
    for (const output of Object.values(outputs)) {
      for (const key of ['Value', 'Export']) {
        const value = get(output, key);
        if (value !== undefined) collector.walk(value, placeIn(output, key), undefined, undefined);
      }
    }
  }
  return collector.found;
});

class Collector {
  readonly found: PlainText[] = [];
  readonly #path: string[] = [];
  #type: string | undefined;
  #logicalId: string | undefined;

  walk(value: Json, at: Cause | undefined, type: string | undefined, logicalId: string | undefined): void {
    this.#type = type;
    this.#logicalId = logicalId;
    this.#walk(value, new Trail(at));
  }

  #walk(value: Json, trail: Trail): void {
    if (isString(value)) {
      if (isPlain(value)) this.#add(value, trail);
    } else if (isList(value)) {
      for (let step = 0; step < value.length; step++) {
        if (holdsText(value[step]!)) this.#walk(value[step]!, trail.below(value, step));
      }
    } else if (isMap(value)) {
      const name = intrinsicName(value);
      if (name === undefined) this.#entries(value, trail);
      else this.#function(name, value[name]!, trail.below(value, name));
    }
  }

  #add(text: string, { place }: Trail): void {
    this.found.push({ text, at: place, type: this.#type, logicalId: this.#logicalId, path: [...this.#path] });
  }

  #entries(map: JsonMap, trail: Trail): void {
    for (const key in map) {
      if (!holdsText(map[key]!)) continue;
      this.#path.push(key);
      this.#walk(map[key]!, trail.below(map, key));
      this.#path.pop();
    }
  }

  #function(name: string, operands: Json, trail: Trail): void {
    const steps = textOperands.get(name);
    if (steps === undefined) return;
    if (isList(operands)) {
      for (const step of steps === 'all' ? operands.keys() : steps) {
        const operand = operands[step];
        if (operand !== undefined) this.#walk(operand, trail.below(operands, step));
      }
    } else if (steps === 'all') this.#walk(operands, trail);
  }
}

/** Whether a text is one of those that are looked for. */
const isPlain = (text: string): boolean => text.includes('${') || text.startsWith('AWS::');

/** Whether a value is such a text, or may have some in it. */
const holdsText = (value: Json): boolean => (isString(value) ? isPlain(value) : typeof value === 'object');

/** The operands of functions that texts of the author can be; those of other functions are names and keys. */
const textOperands: ReadonlyMap<string, readonly number[] | 'all'> = new Map<string, readonly number[] | 'all'>([
  ['Fn::If', [1, 2]],
  ['Fn::Join', [1]],
  ['Fn::Select', [1]],
  ['Fn::Split', [1]],
  ['Fn::Sub', [1]],
  ['Fn::Base64', 'all'],
  ['Fn::ToJsonString', 'all'],
  ['Condition', 'all'],
]);
