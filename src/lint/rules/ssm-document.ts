import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isList, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { type Choice, choicesOf, entryItems, isPlainMap } from '../facts/templates/choices.ts';
import { placeBelow } from '../facts/templates/places.ts';
import { readJson } from '../facts/texts/json-text.ts';
import { scalarText, shown } from '../facts/texts/scalar.ts';
import { suggestion } from '../facts/texts/suggestion.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

/** The versions of the schema, by the type of the document. Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html */
const versions: Readonly<Record<string, readonly string[]>> = {
  Automation: ['0.3'],
  Command: ['1.2', '2.0', '2.2'],
  Policy: ['2.0'],
  Session: ['1.0'],
};

/** Documents of these versions are made of steps. */
const stepped: ReadonlySet<string> = new Set(['0.3', '2.0', '2.2']);

const keys = [
  ...['assumeRole', 'description', 'files', 'inputs', 'mainSteps', 'outputs', 'parameters', 'properties'],
  ...['runtimeConfig', 'schemaVersion', 'sessionType', 'variables'],
];

/** Types of parameters; documents of Automation take those of resources, too. */
const parameterTypes = ['Boolean', 'Integer', 'MapList', 'String', 'StringList', 'StringMap'];

export const ssmDocument = defineRule({
  id: 'ssm-document',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Document that Systems Manager refuses',
  description:
    'The content of a document for commands, runbooks, sessions and policies has a `schemaVersion` of its type, and steps that each have an `action` and a `name`; its parameters have a type that Systems Manager knows. A text is JSON, unless `DocumentFormat` says something else. Keys that no document has are a warning. Documents of other types, and those in YAML, are left alone.',
  source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html',
  macros: 'silent',
  messages: {
    json: "The content is not JSON: expected {expected}, found {found}. For YAML add 'DocumentFormat: YAML'.",
    missing: "{where} needs '{name}'.",
    version: "'schemaVersion' of a document of the type {type} is {allowed}; found {found}.",
    steps: "'mainSteps' must be a list of steps; found {found}.",
    parameter: "There is no parameter type '{found}' in documents. It can be: {allowed}.{near}",
    key: "A document has no key '{name}'. It knows: {known}.{near}",
  },
  example: {
    in: 'resources',
    fails: `
Restart:
  Type: AWS::SSM::Document
  Properties:
    DocumentType: Command
    Content:
      schemaVersion: ‹'2.1'›
      mainSteps: [{action: 'aws:runShellScript', name: restart, inputs: {runCommand: [reboot]}}]
`,
    passes: `
Restart:
  Type: AWS::SSM::Document
  Properties:
    DocumentType: Command
    Content:
      schemaVersion: '2.2'
      mainSteps: [{action: 'aws:runShellScript', name: restart, inputs: {runCommand: [reboot]}}]
`,
  },
  on: ['AWS::SSM::Document'],
  reads: ['Content'],
  check(document, cx) {
    if (document.lacks('Content')) return;
    const type = document.lacks('DocumentType') ? 'Command' : scalarText(cx.resolve(document.get('DocumentType')));
    if (type === undefined || !Object.hasOwn(versions, type)) return;
    for (const content of choicesOf(document.get('Content'), document.place('Content'))) {
      const read = isString(content.value) ? parsed(content.value, content.at, document, cx) : content;
      if (read && isPlainMap(read.value)) checkContent(read.value, read.at, type, cx);
    }
  },
});

/** What a text says; undefined for YAML, and for text that is not JSON, which is reported. */
const parsed = (text: string, at: Cause | undefined, document: ResourceNode, cx: RuleContext): Choice | undefined => {
  const isJson = document.lacks('DocumentFormat') || cx.resolve(document.get('DocumentFormat')) === 'JSON';
  if (!isJson || text.includes('{{resolve:')) return undefined;
  const result = readJson(writtenScalar(text, at));
  if (!('expected' in result)) return result;
  cx.report('json', result.at ?? at, { data: { expected: result.expected, found: result.found } });
  return undefined;
};

const checkContent = (content: JsonMap, at: Cause | undefined, type: string, cx: RuleContext): void => {
  for (const name of Object.keys(content).filter((each) => !keys.includes(each))) {
    const data = { name, known: keys.join(', '), near: suggestion(name, keys) };
    cx.report('key', cx.keyOf(content, name) ?? at, { data, level: 'warning' });
  }
  const version = checkVersion(content, at, type, cx);
  checkParameters(content, at, cx);
  if (version === undefined || !stepped.has(version)) return;
  const steps = content['mainSteps'];
  if (steps === undefined) return cx.report('missing', at, { data: { where: 'The document', name: 'mainSteps' } });
  if (!isList(steps) && !isIntrinsic(steps)) {
    return cx.report('steps', placeBelow(content, at, 'mainSteps'), { data: { found: shown(steps) } });
  }
  for (const step of entryItems(content, 'mainSteps', at)) checkStep(step, cx);
};

/** The version of the schema, where it is one that the type has. */
const checkVersion = (content: JsonMap, at: Cause | undefined, type: string, cx: RuleContext): string | undefined => {
  const written = content['schemaVersion'];
  if (written === undefined) {
    cx.report('missing', at, { data: { where: 'The document', name: 'schemaVersion' } });
    return undefined;
  }
  const found = scalarText(cx.resolve(written));
  const allowed = versions[type]!;
  if (found === undefined || allowed.includes(found)) return found;
  const data = { type, allowed: allowed.join(' or '), found };
  cx.report('version', placeBelow(content, at, 'schemaVersion'), { data });
  return undefined;
};

const checkParameters = (content: JsonMap, at: Cause | undefined, cx: RuleContext): void => {
  const parameters = get(content, 'parameters');
  if (!isPlainMap(parameters)) return;
  for (const name of Object.keys(parameters)) {
    const found: Json | undefined = get(parameters[name], 'type');
    if (!isString(found) || parameterTypes.includes(found) || /^(AWS::|List<)/.test(found)) continue;
    const data = { found, allowed: parameterTypes.join(', '), near: suggestion(found, parameterTypes) };
    cx.report('parameter', placeBelow(parameters[name] ?? null, at, 'type'), { data });
  }
};

const checkStep = ({ value: step, at }: Choice, cx: RuleContext): void => {
  if (!isPlainMap(step)) return;
  for (const name of ['action', 'name']) {
    if (!Object.hasOwn(step, name)) cx.report('missing', at, { data: { where: 'The step', name } });
  }
};
