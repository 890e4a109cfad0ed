import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isList, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { initParts, initTools, serviceKeys } from '../facts/templates/init-configs.ts';
import { isFalse, isTrue, shown } from '../facts/texts/scalar.ts';
import { suggestion } from '../facts/texts/suggestion.ts';

const section = 'AWS::CloudFormation::Init';
const sets = 'configSets';

export const cfnInit = defineTemplateRule({
  id: 'cfn-init',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Set-up of an instance that cfn-init does not understand',
  description:
    'cfn-init reads `AWS::CloudFormation::Init` of the metadata of a resource: configs with `packages`, `groups`, `users`, `sources`, `files`, `commands` and `services`, and `configSets` that say which configs run in which order. It fails on sets of configs that do not exist, on commands without `command`, and on values of another form, so that the instance is not set up. What it does not know, it passes over, which is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html',
  macros: 'silent',
  messages: {
    form: "'{name}' must be {form}; found {found}.",
    config: "The config set '{set}' names '{name}', but there is no config of that name. It can be: {known}.",
    set: "The config set '{set}' names the set '{name}', but there is no set of that name. It can be: {known}.",
    command: "The command '{name}' needs 'command', which says what is run.",
    key: "'{name}' knows no '{key}', so cfn-init passes over it. It knows: {known}.{near}",
  },
  example: {
    in: 'resources',
    fails: `
Web:
  Type: AWS::EC2::Instance
  Metadata:
    AWS::CloudFormation::Init:
      configSets: {default: [‹install›]}
      prepare: {packages: {yum: {httpd: []}}}
  Properties: {ImageId: ami-0123456789abcdef0}
`,
    passes: `
Web:
  Type: AWS::EC2::Instance
  Metadata:
    AWS::CloudFormation::Init:
      configSets: {default: [prepare]}
      prepare: {packages: {yum: {httpd: []}}}
  Properties: {ImageId: ami-0123456789abcdef0}
`,
  },
  check(cx) {
    for (const node of cx.resources()) {
      const metadata = Object.hasOwn(node.body, 'Metadata') ? get(node.body, 'Metadata') : undefined;
      if (!isPlainMap(metadata) || !Object.hasOwn(metadata, section)) continue;
      const init = mapAt(metadata, section, node, cx);
      if (!init) continue;
      checkSets(init, node, cx);
      for (const name of Object.keys(init)) if (name !== sets) checkConfig(init, name, node, cx);
    }
  },
});

/** The map under a key; anything else there is reported. */
const mapAt = (map: JsonMap, key: string, node: ResourceNode, cx: RuleContext): JsonMap | undefined => {
  const value = map[key];
  if (isPlainMap(value)) return value;
  if (value !== undefined && !isIntrinsic(value)) tell(map, key, 'a map', node, cx);
  return undefined;
};

const tell = (map: JsonMap, key: string, form: string, node: ResourceNode, cx: RuleContext): void =>
  cx.report('form', cx.placeOf(map, key), { data: { name: key, form, found: shown(map[key]) }, logicalId: node.id });

const checkSets = (init: JsonMap, node: ResourceNode, cx: RuleContext): void => {
  if (!Object.hasOwn(init, sets)) return;
  const all = mapAt(init, sets, node, cx);
  if (!all) return;
  const configs = Object.keys(init).filter((name) => name !== sets);
  for (const set of Object.keys(all)) {
    const named = all[set];
    if (isList(named)) {
      for (const [index, item] of named.entries()) {
        const other = get(item, 'ConfigSet');
        const [messageId, name, known] = isString(item)
          ? ['config', item, configs]
          : ['set', isString(other) ? other : '', Object.keys(all)];
        if (name === '' || known.includes(name)) continue;
        const data = { set, name, known: known.join(', ') };
        cx.report(messageId, cx.placeOf(named, index), { data, logicalId: node.id });
      }
    } else if (!isIntrinsic(named as Json)) tell(all, set, 'a list of configs', node, cx);
  }
};

const checkConfig = (init: JsonMap, name: string, node: ResourceNode, cx: RuleContext): void => {
  const config = mapAt(init, name, node, cx);
  if (!config) return;
  checkKeys(config, name, Object.keys(initParts), node, cx);
  for (const part of Object.keys(config).filter((each) => Object.hasOwn(initParts, each))) {
    const entries = mapAt(config, part, node, cx);
    if (!entries) continue;
    const tools = initTools[part];
    if (tools) checkKeys(entries, part, tools, node, cx);
    for (const key of Object.keys(entries)) {
      if (part === 'sources') continue;
      const entry = mapAt(entries, key, node, cx);
      if (!entry) continue;
      if (part === 'commands' && !Object.hasOwn(entry, 'command')) {
        cx.report('command', cx.keyOf(entries, key), { data: { name: key }, logicalId: node.id });
      }
      checkEntry(part, key, entry, node, cx);
    }
  }
};

const checkEntry = (part: string, key: string, entry: JsonMap, node: ResourceNode, cx: RuleContext): void => {
  const known = initParts[part];
  if (known) checkKeys(entry, key, known, node, cx);
  if (part !== 'services') return;
  for (const service of Object.keys(entry)) {
    const settings = mapAt(entry, service, node, cx);
    if (!settings) continue;
    checkKeys(settings, service, serviceKeys, node, cx);
    for (const name of ['enabled', 'ensureRunning']) {
      const value = settings[name];
      const isFine = value === undefined || isIntrinsic(value) || isTrue(value) || isFalse(value);
      if (!isFine) tell(settings, name, 'true or false', node, cx);
    }
  }
};

const checkKeys = (map: JsonMap, name: string, known: readonly string[], node: ResourceNode, cx: RuleContext): void => {
  for (const key of Object.keys(map).filter((each) => !known.includes(each))) {
    const data = { name, key, known: known.join(', '), near: suggestion(key, known) };
    cx.report('key', cx.keyOf(map, key), { data, level: 'warning', logicalId: node.id });
  }
};
