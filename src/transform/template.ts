import { languageExtensionsMacro, macroCall, namesMacro, serverlessMacro, serverlessPrefix } from '../model/macros.ts';
import { type Cause, entryOf, originOf } from '../model/origin.ts';
import type { SourceResource } from '../model/plugin.ts';
import { type Message, message } from '../model/problem.ts';
import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../model/tree.ts';
import type { Blame } from './findings.ts';

const NotATemplate = message(
  'not-a-template',
  'error',
  (found: string) => `A template must be a map with a 'Resources' section; this is ${found}.`,
);
const EmptyFile = message(
  'not-a-template',
  'error',
  () => "The file is empty. A template needs a 'Resources' section with at least one resource.",
);
const NoResources = message(
  'missing-resources',
  'error',
  () => "The template has no 'Resources' section; it needs at least one resource.",
);
const EmptyResources = message(
  'missing-resources',
  'error',
  () => "'Resources' is empty; a template needs at least one resource.",
);
const ResourcesNotMap = message(
  'missing-resources',
  'error',
  (found: string) => `'Resources' is ${found}; it must be a map of resources.`,
);
const ResourceNotMap = message(
  'wrong-type',
  'error',
  (id: string, found: string) => `The resource '${id}' is ${found}; it must be a map with a 'Type'.`,
);
const LoopWithoutTransform = message(
  'missing-language-extensions',
  'error',
  (isServerless: boolean) =>
    `A loop needs 'Transform: ${languageExtensionsMacro}'${isServerless ? `; in a list, before '${serverlessMacro}'` : ''}.`,
);
const PropertiesNotMap = message(
  'wrong-type',
  'error',
  (id: string, found: string) => `'Properties' of '${id}' is ${found}; it must be a map.`,
);
const NoType = message(
  'missing-type',
  'warning',
  (id: string) => `The resource '${id}' has no 'Type'. It is left unchanged, and CloudFormation will refuse it.`,
);
const TypeNotString = message(
  'missing-type',
  'warning',
  (id: string, found: string) =>
    `'Type' of '${id}' is ${found}; it must be a string. It is left unchanged, and CloudFormation will refuse it.`,
);
const ConditionNotString = message(
  'wrong-type',
  'error',
  (id: string, found: string) => `'Condition' of '${id}' is ${found}; it must be the name of a condition.`,
);
const SectionNotMap = message('wrong-type', 'error', (name: string, found: string) =>
  found === 'null'
    ? `'${name}' is empty; remove the section, or add an entry.`
    : `'${name}' is ${found}; it must be a map.`,
);

const SectionRefused = message(
  'wrong-type',
  'warning',
  (name: string, found: string) =>
    `'${name}' is ${found === 'null' ? 'empty' : found}. It is left unchanged, and CloudFormation will refuse it.`,
);

/** Checks what everything else relies on, and gives the resources that can be worked with. */
export const readResources = (root: Json, blame: Blame): Map<string, SourceResource> => {
  const resources = new Map<string, SourceResource>();
  if (!isMap(root)) {
    blame(root === null ? EmptyFile() : NotATemplate(kindOf(root)), originOf(root));
    return resources;
  }
  for (const name of ['Mappings', 'Parameters']) {
    if (Object.hasOwn(root, name) && !isMap(root[name])) {
      blame(SectionNotMap(name, kindOf(root[name])), entryOf(root, name)?.key);
    }
  }
  for (const name of ['Conditions', 'Outputs', 'Metadata', 'Rules', 'Hooks']) {
    if (Object.hasOwn(root, name) && !isMap(root[name])) {
      blame(SectionRefused(name, kindOf(root[name])), entryOf(root, name)?.key);
    }
  }
  const section = get(root, 'Resources');
  if (!isMap(section) || Object.keys(section).length === 0) {
    blame(resourcesFault(section), entryOf(root, 'Resources')?.key ?? originOf(root));
    return resources;
  }
  for (const id of Object.keys(section)) {
    const body = section[id]!;
    const cause = entryOf(section, id)?.key ?? originOf(body);
    if (isForEach(id) && isList(body)) {
      if (!namesMacro(get(root, 'Transform'), languageExtensionsMacro)) {
        blame(LoopWithoutTransform(namesMacro(get(root, 'Transform'), serverlessMacro)), cause, id);
      }
    } else if (!isMap(body)) blame(ResourceNotMap(id, kindOf(body)), cause, id);
    else {
      checkResource(id, body, cause, blame);
      resources.set(id, sourceResource(id, body, cause));
    }
  }
  return resources;
};

const resourcesFault = (section: Json | undefined): Message => {
  if (section === undefined) return NoResources();
  return section === null || isMap(section) ? EmptyResources() : ResourcesNotMap(kindOf(section));
};

/** Whether a key of `Resources` is a loop of `AWS::LanguageExtensions`. */
export const isForEach = (id: string): boolean => id.startsWith('Fn::ForEach');

const checkResource = (id: string, body: JsonMap, cause: Cause | undefined, blame: Blame): void => {
  const condition = get(body, 'Condition');
  if (isTruthy(condition) && !isString(condition)) {
    blame(ConditionNotString(id, kindOf(condition)), entryOf(body, 'Condition')?.value ?? cause, id);
  }
  const type = get(body, 'Type');
  if (!isString(type)) {
    // A macro may give the type, or whole resources: `AWS::Include`, for instance.
    if (id === macroCall || (isNothing(type) && Object.hasOwn(body, macroCall))) return;
    const found = isNothing(type) ? NoType(id) : TypeNotString(id, kindOf(type));
    blame(found, entryOf(body, 'Type')?.value ?? cause, id);
    return;
  }
  const properties = get(body, 'Properties');
  if (type.startsWith(serverlessPrefix) && properties !== undefined && !isMap(properties)) {
    blame(PropertiesNotMap(id, kindOf(properties)), entryOf(body, 'Properties')?.value ?? cause, id);
  }
};

export const sourceResource = (id: string, body: JsonMap, cause: Cause | undefined): SourceResource => {
  const type = get(body, 'Type');
  const properties = get(body, 'Properties');
  return {
    id,
    type: isString(type) ? type : '',
    body,
    properties: isMap(properties) ? properties : newMap(),
    cause,
  };
};
