import { isNoValue } from '../../../model/intrinsics.ts';
import type { Cause } from '../../../model/origin.ts';
import { filled } from '../../../model/placeholders.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { readJson } from '../texts/json-text.ts';
import { templateText } from '../texts/template-text.ts';
import { definitionIn, type Unread } from './file.ts';

/** A definition of a state machine of the template that can be read. */
export interface AslDefinition {
  /** The resource of the expanded template. */
  readonly node: ResourceNode;
  readonly machine: JsonMap;
  readonly at: Cause | undefined;
  /** Undefined where the type is known only at deploy time. */
  readonly isExpress: boolean | undefined;
  /** A string with what is known filled in; the rest stands as `${…}`. Undefined for what is not a text. */
  text(value: Json | undefined): string | undefined;
}

/** A definition that cannot be read, and what to say of it. */
export interface BrokenDefinition extends Unread {
  readonly node: ResourceNode;
}

/** The definitions of a template, those that cannot be read apart. */
export interface AslDefinitions {
  readonly whole: readonly AslDefinition[];
  readonly broken: readonly BrokenDefinition[];
}

/** The definitions of all state machines: inline, as text, or in local files. Read once for all rules. */
export const aslDefinitions = oncePerTemplate((cx): AslDefinitions => {
  const whole: AslDefinition[] = [];
  const broken: BrokenDefinition[] = [];
  for (const node of cx.resources('AWS::StepFunctions::StateMachine')) {
    const add = (machine: JsonMap, at: Cause | undefined): void => {
      const isExpress = expressOf(node);
      whole.push({ node, machine, at: at ?? node.at, isExpress, text: (value) => textOf(value, node, cx) });
    };
    for (const { value, at } of inlineDefinitions(node, cx)) if (isMap(value) && !isDynamic(value)) add(value, at);
    if (isSam(node, cx)) {
      for (const uri of cx.written(node.id)!.all('DefinitionUri')) {
        const read = definitionIn(uri, cx);
        if (read && 'machine' in read) add(read.machine, read.at);
        else if (read) broken.push({ node, ...read });
      }
      continue;
    }
    for (const { value, at } of node.all('DefinitionString')) {
      const written = templateText(value, at, cx);
      if (!written || written.text.trim() === '' || /^\s*(?:\$\{[^}]*\}|\{\{resolve:)/.test(written.text)) continue;
      const read = readJson(written);
      if (!('value' in read)) {
        const { expected, found } = read;
        broken.push({ node, messageId: 'json', at: read.at ?? at, data: { expected, found } });
      } else if (isMap(read.value)) add(read.value, read.at ?? at);
      else broken.push({ node, messageId: 'noMap', at });
    }
  }
  return { whole, broken };
});

const isSam = (node: ResourceNode, cx: TemplateView): boolean =>
  cx.written(node.id)?.type === 'AWS::Serverless::StateMachine';

/** What was written as a map: SAM turns it into text, so its source says more. */
const inlineDefinitions = (node: ResourceNode, cx: TemplateView) =>
  (isSam(node, cx) ? cx.written(node.id)! : node).all('Definition');

const isDynamic = (map: JsonMap): boolean => isDeferred(map) || isNoValue(map) || 'Fn::Transform' in map;

const expressOf = (node: ResourceNode): boolean | undefined => {
  if (node.lacks('StateMachineType')) return false;
  const types = new Set(node.strings('StateMachineType').map(({ value }) => value));
  if (node.all('StateMachineType').length !== node.strings('StateMachineType').length || types.size !== 1) {
    return undefined;
  }
  return types.has('EXPRESS');
};

/** Whether a value is an intrinsic function: `Ref` or `Fn::…`. (`Condition` is a field of the language.) */
const isDeferred = (value: Json): boolean => {
  const name = intrinsicName(value);
  return name !== undefined && name !== 'Condition';
};

/** Whether a value is known: neither an intrinsic function nor a text with a part that is filled in later. */
export const isKnown = (value: Json | undefined): value is Json =>
  value !== undefined &&
  (isString(value) ? !value.includes('${') && !value.includes('{{resolve:') : !isDeferred(value));

const textOf = (value: Json | undefined, node: ResourceNode, cx: TemplateView): string | undefined => {
  if (value === undefined) return undefined;
  const text = isString(value) ? value : templateText(value, undefined, cx)?.text;
  if (text === undefined) return undefined;
  const own = get(value, 'Fn::Sub');
  const variables = isList(own) ? own[1] : undefined;
  const lookUp = (name: string): string | undefined => {
    const given = get(variables, name) ?? get(node.get('DefinitionSubstitutions'), name);
    const resolved = cx.resolve(given ?? { Ref: name }, given ?? value);
    return resolved === undefined || resolved === null || typeof resolved === 'object' ? undefined : String(resolved);
  };
  return filled(text, lookUp, cx.budget);
};
