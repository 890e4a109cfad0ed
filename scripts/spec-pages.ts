import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { lower, raise } from '../src/index.ts';
import { granted } from '../src/spec/access/verbs.ts';
import { eventForms } from '../src/spec/events/index.ts';
import { attributes, attributesOf } from '../src/spec/language/forms.ts';
import type { Key } from '../src/spec/language/key.ts';
import type { JsonSchema } from '../src/spec/language/schema.ts';
import type { Kind, Section } from '../src/spec/language/section.ts';
import { measured } from '../src/spec/sections/alarms/metrics.ts';
import { commonKeys } from '../src/spec/sections/common.ts';
import { headingWords } from '../src/spec/sections/headings.ts';
import { sections } from '../src/spec/sections/index.ts';
import { outputKind } from '../src/spec/sections/outputs.ts';
import { parameterKind } from '../src/spec/sections/parameters.ts';

/** A page of the reference: its file below docs/spec, and its text. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

const templateOf = (name: string) => {
  const text = readFileSync(`templates/docs/${name}.md.hbs`, 'utf8');
  return Handlebars.compile(text, { noEscape: true });
};

/** A text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => `\`${text}\``;

interface Row {
  readonly key: string;
  readonly sam: string;
  readonly doc: string;
  readonly examples: string;
}

const rowOf = ({ key, to, doc, examples, schema }: Key): Row => ({
  key: code(key),
  sam: to.map((target) => code(target.replace(/^@/, ''))).join(', '),
  doc: cell(doc),
  examples: [...new Set([...examples, ...wordsOf(schema())])].map((example) => code(cell(example))).join('<br>'),
});

/** The words that a key takes. */
const wordsOf = (schema: JsonSchema): readonly string[] => {
  const { enum: own = [], anyOf: ways = [] } = schema as { enum?: readonly unknown[]; anyOf?: readonly JsonSchema[] };
  return [...own.filter((word) => typeof word === 'string'), ...ways.flatMap(wordsOf)];
};

interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The keys of the maps that keys take, each map once. */
const nestedTables = (keys: readonly Key[], prefix = '', seen = new Set<readonly Key[]>()): Table[] =>
  keys.flatMap((key) => {
    const inner = key.codec?.keys;
    if (inner === undefined || seen.has(inner)) return [];
    seen.add(inner);
    const title = `${prefix}${key.key}`;
    return [{ title, rows: inner.map(rowOf) }, ...nestedTables(inner, `${title}.`, seen)];
  });

const common = new Set([...commonKeys.map(({ key }) => key), 'kind', 'only', 'ignore-defaults']);
/** A `kind` that sets a property is a key of its own. */
const ownKeys = ({ table }: Kind): readonly Key[] =>
  table.keys.filter(({ key, to }) => !common.has(key) || (key === 'kind' && to.length > 0));

const kindView = (kind: Kind) => ({
  kind: kind.kind,
  type: kind.type,
  title: kind.title,
  attributes:
    kind.type === ''
      ? []
      : attributesOf({ id: 'Entry', type: kind.type, stage: 'stage' }).map((name) => code(`.${name}`)),
  phrases: kind.phrase?.examples.map((example) => code(cell(example))),
  rows: ownKeys(kind).map(rowOf),
  nested: nestedTables(ownKeys(kind).filter(({ key }) => key !== 'events')),
});

/** What an example of a section becomes; names that it uses and does not declare are declared around it. */
const becomes = (section: Section): string | undefined => {
  const { text } = lower(`synth: 1\ntransform: Example\n${section.name}:\n  ${section.example}\n`);
  return text?.slice(text.indexOf('Resources:')).trim();
};

/** The entry of a section under a heading of its own, as it is printed. */
const headed = (section: string, example: string): string =>
  raise(`synth: 1\n${section}:\n  ${example}\n`).text!.replace('synth: 1\n', '').trim();

const wordsOfSection = (section: string): string =>
  headingWords
    .filter((each) => each.section === section)
    .map(({ word, kind }) => (kind === undefined ? code(word) : `${code(word)} for \`kind: ${kind}\``))
    .join(', ');

const sectionPage = (section: Section): Page => ({
  file: `${section.name}.md`,
  text: templateOf('spec-section')({
    name: section.name,
    doc: section.doc,
    example: `${section.name}:\n  ${section.example}`,
    headed: headed(section.name, section.example),
    words: wordsOfSection(section.name),
    sam: becomes(section),
    several: section.kinds.length > 1,
    kinds: section.kinds.map(kindView),
  }),
});

const namedPage = (name: string, doc: string, example: string, kind: Kind): Page => ({
  file: `${name}.md`,
  text: templateOf('spec-section')({
    name,
    doc,
    example: `${name}:\n  ${example}`,
    headed: headed(name, example),
    words: wordsOfSection(name),
    several: false,
    kinds: [kindView(kind)],
  }),
});

const eventsPage = (): Page => ({
  file: 'events.md',
  text: templateOf('spec-events')({
    forms: [...new Map(eventForms.map((form) => [form.key, form])).values()].map((form) => ({
      key: form.key,
      doc: form.doc,
      types: eventForms
        .filter(({ key }) => key === form.key)
        .map(({ type }) => code(type))
        .join(' or '),
      hosts: form.hosts.includes('machine') || form.key === 'route' ? 'functions and machines' : 'functions',
      rows: form.keys.map(rowOf),
      nested: nestedTables(form.keys, `${form.key}.`),
    })),
  }),
});

const overviewPage = (): Page => ({
  file: 'README.md',
  text: templateOf('spec')({
    sections: sections.map(({ name, doc, kinds }) => ({
      name,
      words: wordsOfSection(name),
      doc: cell(doc),
      types: kinds.map(({ type }) => code(type)).join(', '),
    })),
    common: [...commonKeys].map(rowOf),
    attributes: attributes.map((each) => code(`.${each}`)).join(', '),
    verbs: granted.map(({ word, types, verbs }) => ({
      word,
      types: types.map(code).join(', '),
      verbs: Object.entries(verbs)
        .map(([verb, { template, actions }]) => `${code(verb)} (${template ?? actions?.join(', ')})`)
        .join(', '),
    })),
    metrics: measured.map(({ types, namespace, metrics }) => ({
      namespace,
      types: types.map(code).join(', '),
      metrics: Object.entries(metrics)
        .map(([word, { name, statistic }]) => `${code(word)} (${name}, ${statistic})`)
        .join(', '),
    })),
  }),
});

/** All pages of the reference of the compact spec. */
export const specPages = (): readonly Page[] => [
  overviewPage(),
  eventsPage(),
  namedPage(
    'parameters',
    'Values that are given when the stack is deployed. `dev` is the default; `[dev, prod]` are the allowed values, of which the first is the default.',
    'Stage: [dev, prod]',
    parameterKind,
  ),
  namedPage('outputs', 'Values that the stack gives.', 'Table: ${Orders.name}', outputKind),
  ...sections.map(sectionPage),
];
