import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';
import { lower } from '../../src/index.ts';

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

/** Every word of a heading, as its section is printed. */
const headed = `synth: 1
parameter Stage: [dev, prod]
mapping Sizes: {dev: {Memory: 128}}
condition IsProd: !Equals [!Ref Stage, prod]
condition Fn::ForEach::Big: [Size, [A], {'Is\${Size}': !Equals [a, b]}]
rule Known: {Assertions: [{Assert: !Equals [a, b]}]}
defaults functions: {runtime: nodejs22.x}
defaults rest: {tracing: true}
function Work: {code: src, events: GET /work}
http Public:
rest Shop: {stage: prod}
table Orders: {key: id}
simple-table Small:
alarm WorkErrors: Work errors >= 1 in 1m
resource Limit: {type: AWS::SSM::Parameter, Value: '1'}
resource AWS::SSM::Parameter Other: {Value: '1'}
resource Fn::ForEach::Topics: [N, [A], {'\${N}T': {Type: AWS::SNS::Topic}}]
stage prod: {function Work: {memory: 1GB}}
output Endpoint: \${Public.url}
`;

describe('the schema in the language server of editors', () => {
  it('finds nothing wrong with headings', async () => expect(await diagnostics(headed)).toEqual([]));

  it('takes a gap for every word that a parameter may give', async () => {
    const text = `synth: 1
parameter P: x
defaults rest: {endpoint: '\${P}', tracing: '\${P}'}
table Orders: {key: id, stream: '\${P}', class: '\${P}'}
function Work: {code: src, tracing: '\${P}', url: '\${P}', rollout: '\${P}', logs: {level: '\${P}'}}
queue Jobs: {fifo: '\${P}'}
stream Clicks: {mode: '\${P}'}
log-group Logs: {class: '\${P}'}
`;
    expect(lower(text).problems).toEqual([]);
    expect(await diagnostics(text)).toEqual([]);
  });

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
    [
      'headings',
      '|',
      ['table …', 'function …', 'rest …', 'stage …', 'resource …', 'defaults functions', 'defaults rest'],
    ],
    ['keys below a heading', 'table Orders:\n  |', ['key', 'indexes', 'stream']],
    ['keys below the heading of a kind', 'rest Public:\n  |', ['stage', 'usage', 'auth']],
    ['values below a heading', 'function Work:\n  architecture: |', ['arm64', 'x86_64']],
    ['keys below the heading of defaults', 'defaults functions:\n  |', ['memory', 'timeout']],
    ['keys of a parameter with a heading', 'parameter Stage:\n  |', ['default', 'allowed']],
    ['keys of a machine', 'machines:\n  Order:\n    |', ['definition', 'access']],
  ])('offers %s', async (_, text, labels) => {
    expect(await completions(`synth: 1\n${text}`)).toEqual(expect.arrayContaining(labels));
  });

  it.each([
    ['a phrase', 'functions:\n  Work:\n    rollout: canary 10 for 5m\n'],
    ['a unit', 'functions:\n  Work:\n    memory: 256 megs\n'],
    ['a word', 'functions:\n  Work:\n    tracing: sometimes\n'],
    ['a key', 'queues:\n  Jobs: {visibilty: 30s}\n'],
    ['a key below a heading', 'queue Jobs: {visibilty: 30s}\n'],
    ['the word of a heading', 'tabel Orders: {key: id}\n'],
    ['the name of a heading', 'queue failed-jobs: {fifo: true}\n'],
  ])('says one thing about %s that is wrong', async (_, text) => {
    const found = await diagnostics(`synth: 1\n${text}`);
    expect(found).toHaveLength(1);
  });
});
