import { templateSections } from '../model/template-sections.ts';
import { embeddedConnectors } from './codecs/connectors.ts';
import { keysSchema } from './codecs/records.ts';
import { eventForms } from './events/index.ts';
import { anyOf, type JsonSchema } from './language/schema.ts';
import type { Kind, Section } from './language/section.ts';
import { onlyKey } from './language/section.ts';
import { topKeys } from './lower/top-keys.ts';
import { type HeadingWord, headingWords, rawWord } from './sections/headings.ts';
import { sections } from './sections/index.ts';
import { outputKind } from './sections/outputs.ts';
import { parameterKind } from './sections/parameters.ts';

const nothing: JsonSchema = { type: 'null' };

/** The definition of a kind of entry: `functions`, or `apis-rest`. */
const nameOf = (section: string, { kind }: Kind): string => (kind === undefined ? section : `${section}-${kind}`);

/** @param among the kinds of its section */
const entrySchema = (kind: Kind, among: readonly Kind[] = [kind]): JsonSchema => {
  const schema = keysSchema(kind.table.keys);
  if (kind.kind === undefined) return schema;
  const own = (schema as { properties: Readonly<Record<string, JsonSchema>> }).properties;
  const kinds = { ...own['kind'], enum: among.map((each) => each.kind!) };
  return { ...schema, title: kind.title, properties: { ...own, kind: kinds } };
};

const refTo = (section: string, kind: Kind): JsonSchema => ({ $ref: `#/definitions/${nameOf(section, kind)}` });

/** An entry of a section, whose kind decides what it can say. */
const entryOf = ({ name, kinds }: Section): JsonSchema => {
  const long = kinds.length === 1 ? refTo(name, kinds[0]!) : byKind(name, kinds);
  return anyOf(long, ...kinds.flatMap(({ phrase }) => (phrase ? [phrase.schema()] : [])), nothing);
};

/** A section: a map from names to entries. */
const sectionSchema = (section: Section): JsonSchema => ({
  type: ['object', 'null'],
  markdownDescription: section.doc,
  additionalProperties: entryOf(section),
});

/** Told apart by `kind`; the first kind where an entry does not say it. */
const byKind = (section: string, kinds: readonly Kind[]): JsonSchema => {
  const [first, ...others] = kinds;
  const rest: JsonSchema = { $ref: `#/definitions/${nameOf(section, first!)}` };
  return others.reduceRight<JsonSchema>(
    (otherwise, kind) => ({
      type: 'object',
      if: { type: 'object', properties: { kind: { const: kind.kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `#/definitions/${nameOf(section, kind)}` },
      else: otherwise,
    }),
    rest,
  );
};

const namedEntry = (kind: Kind): JsonSchema =>
  anyOf(entrySchema(kind), ...(kind.phrase ? [kind.phrase.schema()] : []), nothing);

const named = (kind: Kind, doc: string): JsonSchema => ({
  type: ['object', 'null'],
  markdownDescription: doc,
  additionalProperties: namedEntry(kind),
});

const names = { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] } as const;
const asInSam = (doc: string): JsonSchema => ({ type: ['object', 'null'], markdownDescription: doc });

const rawResource: JsonSchema = { type: 'object', anyOf: [{ required: ['type'] }, { required: ['Type'] }] };

const raw: JsonSchema = {
  type: ['object', 'null'],
  markdownDescription:
    'Resources of any type: `{type: AWS::X::Y, Property: …}`, without the level of `Properties`, or as they are in SAM.',
  patternProperties: { '^Fn::ForEach::': { type: 'array' } },
  additionalProperties: rawResource,
};

/** What `defaults` says of a section: its keys, and by kind where it has several. */
const defaultsOf = ({ name, kinds }: Section): JsonSchema => {
  const first = refTo(name, kinds[0]!);
  if (kinds.length === 1) return first;
  const kindsSchema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(kinds.map((kind) => [kind.kind!, refTo(name, kind)])),
    additionalProperties: false,
  };
  return anyOf(kindsSchema, first);
};

/** `defaults` has the keys of each section. */
const defaultsSchema = (): JsonSchema => ({
  type: ['object', 'null'],
  markdownDescription: 'What all entries of a section are given. What SAM’s `Globals` take becomes `Globals`.',
  properties: Object.fromEntries(sections.map((section) => [section.name, defaultsOf(section)])),
  patternProperties: { '^[A-Z]': {} },
  additionalProperties: false,
});

/** A stage has the file's own shape; what it leaves out stays as it is. */
const stageSchema: JsonSchema = { type: ['object', 'null'] };

const stagesSchema: JsonSchema = {
  ...stageSchema,
  markdownDescription: 'Changes by stage, laid over the file: maps merge, all else replaces, `null` takes away.',
  additionalProperties: stageSchema,
};

/** What stands behind the heading of an entry, by its word. */
const schemaBehind = ({ word, section, kind }: HeadingWord): JsonSchema => {
  const found = sections.find(({ name }) => name === section);
  if (found !== undefined && kind !== undefined)
    return anyOf(refTo(section, found.kinds.find((each) => each.kind === kind)!), nothing);
  if (found !== undefined) return entryOf(found);
  if (word === 'parameter') return namedEntry(parameterKind);
  if (word === 'output') return namedEntry(outputKind);
  if (word === 'stage') return stageSchema;
  return word === rawWord ? rawResource : {};
};

/** Headings: `table Orders:`. Those of `defaults` have names of their own. */
const headingSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  ...Object.fromEntries(
    headingWords
      .filter(({ word }) => word !== 'defaults')
      .map((heading) => [
        `^${heading.word} ${heading.word === 'stage' ? '[\\w.-]' : '[A-Za-z0-9]'}+$`,
        schemaBehind(heading),
      ]),
  ),
  [`^${rawWord} \\w+::[\\w:]*\\w [A-Za-z0-9]+$`]: { type: ['object', 'null'] },
  [`^(${rawWord}|output|condition) Fn::ForEach::[A-Za-z0-9]+$`]: { type: 'array' },
});

const defaultsHeadings = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    sections.flatMap((section) => {
      const doc = (what: string): string => `What all ${what} are given.`;
      const ofKinds = section.kinds.flatMap((kind) =>
        kind.heading
          ? [
              [
                `defaults ${kind.heading}`,
                described(refTo(section.name, kind), doc(`entries of the kind ${kind.kind}`)),
              ],
            ]
          : [],
      );
      return [[`defaults ${section.name}`, described(defaultsOf(section), doc(section.name))], ...ofKinds];
    }),
  );

const described = (schema: JsonSchema, markdownDescription: string): JsonSchema => ({
  allOf: [schema],
  markdownDescription,
});

/** What an editor offers at the top of a file: a heading for each word. */
const headingSnippets = (): readonly unknown[] =>
  headingWords
    .filter(({ word }) => word !== 'defaults')
    .map(({ word, section }) => ({
      label: `${word} …`,
      description: `One entry of '${section}'.`,
      body: { [`${word} \${1:Name}`]: '$2' },
    }));

/** An event: a text, or a map that one of its keys tells apart. */
const eventSchema = (): JsonSchema => {
  const keys = [...new Set(eventForms.map(({ key }) => key))];
  const map = keys.reduceRight<JsonSchema>(
    (otherwise, key) => ({
      if: { type: 'object', required: [key] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `#/definitions/event-${key}` },
      else: otherwise,
    }),
    {
      type: 'object',
      properties: Object.fromEntries(eventForms.map(({ key, doc }) => [key, { markdownDescription: doc }])),
    },
  );
  const phrase: JsonSchema = {
    type: 'string',
    pattern:
      '^((rest |http )?([A-Za-z]{3,7}|\\*) /|(http )?\\$\\w+|\\S+ on \\S+$|every |daily |weekdays |[a-z]{3}(, ?[a-z]{3})* at |cron\\(|rate\\(|at\\()',
    patternErrorMessage:
      "Write a route such as 'GET /orders', a schedule such as 'every 5 minutes', or a map such as {queue: Jobs}.",
  };
  return anyOf({ ...map, type: 'object' }, phrase);
};

const event: JsonSchema = { $ref: '#/definitions/event' };
const eventsSchema: JsonSchema = anyOf(
  { type: 'array', items: event },
  { type: 'object', additionalProperties: event },
  event,
);

/** Sections of CloudFormation and of macros: one word in PascalCase that is not a capitalized word of the language. */
const ofCloudFormation = (): string => {
  const capitalised = topKeys
    .map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`)
    .filter((name) => !templateSections.includes(name));
  return `^(?!(${capitalised.join('|')})$)[A-Z]\\S*$`;
};

/** The schema of a whole compact spec, for editors: draft-07. */
export const specSchema = (): JsonSchema & { readonly definitions: Readonly<Record<string, JsonSchema>> } => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'synth: the compact spec',
  type: 'object',
  required: ['synth'],
  properties: {
    synth: { const: 1, markdownDescription: 'The version of the language.' },
    'format-version': { type: 'string', markdownDescription: '`AWSTemplateFormatVersion`, where it has to be there.' },
    description: { type: 'string', markdownDescription: 'What the stack is for.' },
    transform: { ...names, markdownDescription: 'Macros that run beside the serverless one.' },
    metadata: asInSam('Metadata, as in SAM.'),
    parameters: named(parameterKind, 'Parameters: a default, a list of allowed values, or a map.'),
    mappings: asInSam('Mappings, as in SAM.'),
    conditions: asInSam('Conditions, as in SAM.'),
    rules: asInSam('Rules, as in SAM.'),
    defaults: defaultsSchema(),
    stages: stagesSchema,
    include: { ...names, markdownDescription: 'Files with sections of this language; `*` stands for any name.' },
    ...Object.fromEntries(sections.map((section) => [section.name, sectionSchema(section)])),
    resources: raw,
    outputs: named(outputKind, 'Outputs: a value, or a map.'),
    order: { ...names, markdownDescription: 'The order of resources, where it matters to a hash.' },
    ...defaultsHeadings(),
  },
  patternProperties: { '^x-': {}, [ofCloudFormation()]: {}, ...headingSchemas() },
  defaultSnippets: headingSnippets(),
  additionalProperties: false,
  definitions: {
    function: {
      anyOf: [
        { type: 'object', propertyNames: { pattern: '^(Ref|Condition|Fn::.+)$' } },
        // What stands behind a tag: `!Ref Name`, `!If [Condition, yes, no]`.
        { type: 'array' },
        { type: 'string', pattern: '^[A-Z][A-Za-z0-9.:]*$' },
        // One gap alone: `${Name}`.
        { type: 'string', pattern: '^\\$\\{[^!}][^}]*\\}$' },
      ],
    },
    ...Object.fromEntries(
      sections.flatMap(({ name, kinds }) => kinds.map((kind) => [nameOf(name, kind), entrySchema(kind, kinds)])),
    ),
    'embedded-connectors': embeddedConnectors.schema(),
    events: eventsSchema,
    event: eventSchema(),
    ...Object.fromEntries(
      eventForms.map(({ key, keys, doc }) => [
        `event-${key}`,
        { ...keysSchema([...keys, onlyKey]), required: [key], markdownDescription: doc },
      ]),
    ),
  },
});
