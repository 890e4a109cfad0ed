import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';

const uri = 'file:///project/synth.yaml';
const schema = readFileSync('schemas/synth.schema.json', 'utf8');

const service: LanguageService = getLanguageService({
  schemaRequestService: async () => schema,
  workspaceContext: { resolveRelativePath: (path: string) => path },
});
service.configure({
  validate: true,
  completion: true,
  hover: true,
  schemas: [{ uri: 'https://example.com/synth.schema.json', fileMatch: ['synth.yaml'] }],
  customTags: ['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAZs', 'If', 'Join', 'Not', 'Or', 'Select', 'Split']
    .flatMap((name) => [`!${name} sequence`, `!${name} mapping`, `!${name} scalar`])
    .concat(
      ['Ref', 'GetAtt', 'Sub', 'ImportValue', 'Condition'].flatMap((name) => [`!${name} scalar`, `!${name} sequence`]),
    ),
});

let version = 0;
const document = (text: string): TextDocument => TextDocument.create(uri, 'yaml', ++version, text);
const diagnostics = async (text: string): Promise<string[]> =>
  (await service.doValidation(document(text), false)).map(
    ({ message, range }) => `${range.start.line + 1}: ${message}`,
  );

/** The labels that are offered at a `|` of a text. */
const completions = async (text: string): Promise<string[]> => {
  const at = text.indexOf('|');
  const plain = document(text.slice(0, at) + text.slice(at + 1));
  const { items } = await service.doComplete(plain, plain.positionAt(at), false);
  return items.map(({ label }) => label);
};

/** What is shown of a file, or of an entry, as a whole file. */
const wholeFile = (text: string): string => {
  if (/^synth: 1/m.test(text)) return text;
  return text.startsWith('events:')
    ? `synth: 1\nfunctions:\n  Work:\n    ${text.replaceAll('\n', '\n    ')}`
    : `synth: 1\n${text}`;
};

/** Examples of a page: whole files, and entries in the table of its keys. */
const files = [
  ['orders', readFileSync('templates/orders/synth.yaml', 'utf8')] as const,
  ...readdirSync('docs/spec').flatMap((name) =>
    [...readFileSync(join('docs/spec', name), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)].map(
      ([, text], at) => [`${name} ${at + 1}`, text!] as const,
    ),
  ),
].map(([name, text]) => [name, wholeFile(text)] as const);

describe('the schema in the language server of editors', () => {
  it.each(files)('finds nothing wrong with %s', async (_, text) => expect(await diagnostics(text)).toEqual([]));

  it.each([
    ['sections', '|', ['functions', 'apis', 'tables', 'queues', 'stages']],
    ['keys of a function', 'functions:\n  Work:\n    |', ['code', 'handler', 'access', 'events', 'rollout']],
    ['architectures', 'functions:\n  Work:\n    architecture: |', ['arm64', 'x86_64']],
    ['tracing', 'functions:\n  Work:\n    tracing: |', ['active']],
    ['keys of a queue', 'queues:\n  Jobs:\n    |', ['visibility', 'dead-letter', 'fifo']],
    ['keys of a rollout', 'functions:\n  Work:\n    rollout:\n      |', ['shift', 'alarms', 'before']],
    ['kinds of APIs', 'apis:\n  Public:\n    kind: |', ['http', 'rest', 'websocket']],
    ['keys of a table', 'tables:\n  Orders:\n    |', ['key', 'indexes', 'stream']],
    ['what `defaults` is for', 'defaults:\n  |', ['functions']],
    ['keys of an event', 'functions:\n  Work:\n    events:\n      - |', ['queue', 'topic', 'bucket', 'schedule']],
    ['keys of a machine', 'machines:\n  Order:\n    |', ['definition', 'access']],
  ])('offers %s', async (_, text, labels) => {
    expect(await completions(`synth: 1\n${text}`)).toEqual(expect.arrayContaining(labels));
  });

  it.each([
    ['a phrase', 'functions:\n  Work:\n    rollout: canary 10 for 5m\n'],
    ['a unit', 'functions:\n  Work:\n    memory: 256 megs\n'],
    ['a word', 'functions:\n  Work:\n    tracing: sometimes\n'],
    ['a key', 'queues:\n  Jobs: {visibilty: 30s}\n'],
  ])('says one thing about %s that is wrong', async (_, text) => {
    const found = await diagnostics(`synth: 1\n${text}`);
    expect(found).toHaveLength(1);
  });
});
