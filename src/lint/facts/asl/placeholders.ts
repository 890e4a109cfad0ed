import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isPlainMap } from '../templates/choices.ts';
import { addTo } from '../templates/grouping.ts';
import { placeIn } from '../templates/places.ts';
import { type AslDefinition, aslDefinitions } from './definition.ts';

/** `${Name}` in a text of a definition that the deployment puts something in for. */
export interface Placeholder {
  readonly name: string;
  /** The whole text it stands in, and the key of that. */
  readonly text: string;
  readonly key: string;
  readonly at: Cause | undefined;
}

/** The placeholders of a state machine and what is put in for them. */
export interface Placeholders {
  /** The resource that has the substitutions, as the author wrote it. */
  readonly node: ResourceNode;
  readonly found: readonly Placeholder[];
  /** `DefinitionSubstitutions`; empty where there are none. */
  readonly given: JsonMap;
  /** Whether all texts of the definition could be read. */
  readonly isComplete: boolean;
}

/** The placeholders of each state machine whose definition is written as it is: not by `Fn::Sub`. */
export const placeholdersOf = (view: TemplateView): Placeholders[] => {
  const { whole, broken } = aslDefinitions(view);
  const unread = new Set(broken.map(({ node }) => node.id));
  const byNode = new Map<string, AslDefinition[]>();
  for (const each of whole) addTo(byNode, each.node.id, each);
  return [...byNode].flatMap(([id, definitions]) => {
    const node = view.written(id) ?? definitions[0]!.node;
    const given = node.get('DefinitionSubstitutions') ?? {};
    if (!isPlainMap(given) || !isLiteral(node)) return [];
    const walk = new Walk();
    for (const { machine, at } of definitions) walk.value(machine, 'Definition', at);
    return [{ node, found: walk.found, given, isComplete: walk.isComplete && !unread.has(id) }];
  });
};

/** A definition that a function puts together has its own references, which look the same. */
const isLiteral = (node: ResourceNode): boolean =>
  node.all('DefinitionString').every(({ value }) => isString(value) || isJoinOfTexts(value));

const isJoinOfTexts = (value: Json): boolean => {
  const operands = get(value, 'Fn::Join');
  return isList(operands) && isList(operands[1]) && operands[1].every(isString);
};

class Walk {
  readonly found: Placeholder[] = [];
  isComplete = true;

  value(value: Json, key: string, at: Cause | undefined): void {
    if (isString(value)) this.#text(value, key, at);
    else if (isList(value)) {
      for (const [index, item] of value.entries()) this.value(item, key, placeIn(value, index) ?? at);
    } else if (isIntrinsic(value) && get(value, 'Condition') === undefined) this.isComplete = false;
    else if (isMap(value)) {
      for (const name of Object.keys(value)) {
        this.#text(name, name, entryOf(value, name)?.key ?? at);
        this.value(value[name]!, name, placeIn(value, name) ?? at);
      }
    }
  }

  #text(text: string, key: string, at: Cause | undefined): void {
    for (const [, name] of text.matchAll(/\$\{([^{}]+)\}/g)) this.found.push({ name: name!, text, key, at });
  }
}
