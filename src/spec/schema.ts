import { keysSchema } from './codecs/records.ts';
import { eventForms } from './events/index.ts';
import { anyOf, type JsonSchema } from './language/schema.ts';
import type { Kind, Section } from './language/section.ts';
import { onlyKey } from './language/section.ts';
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

/** A section: a map from names to entries, whose kind decides what they can say. */
const sectionSchema = ({ name, doc, kinds }: Section): JsonSchema => {
  const refs = kinds.map((kind): JsonSchema => ({ $ref: `#/definitions/${nameOf(name, kind)}` }));
  const long = kinds.length === 1 ? refs[0]! : byKind(name, kinds);
  const phrases = kinds.flatMap(({ phrase }) => (phrase ? [phrase.schema()] : []));
  return { type: ['object', 'null'], markdownDescription: doc, additionalProperties: anyOf(long, ...phrases, nothing) };
};

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

const named = (kind: Kind, doc: string): JsonSchema => ({
  type: ['object', 'null'],
  markdownDescription: doc,
  additionalProperties: anyOf(entrySchema(kind), ...(kind.phrase ? [kind.phrase.schema()] : []), nothing),
});

const names = { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] } as const;
const asInSam = (doc: string): JsonSchema => ({ type: ['object', 'null'], markdownDescription: doc });

const raw: JsonSchema = {
  type: ['object', 'null'],
  markdownDescription:
    'Resources of any type: `{type: AWS::X::Y, Property: …}`, without the level of `Properties`, or as they are in SAM.',
  additionalProperties: { type: 'object', anyOf: [{ required: ['type'] }, { required: ['Type'] }] },
};

/** `defaults` has the keys of each section, and by kind where a section has several. */
const defaultsSchema = (): JsonSchema => ({
  type: ['object', 'null'],
  markdownDescription: 'What all entries of a section are given. What SAM’s `Globals` take becomes `Globals`.',
  properties: Object.fromEntries(
    sections.map(({ name, kinds }) => {
      const first: JsonSchema = { $ref: `#/definitions/${nameOf(name, kinds[0]!)}` };
      if (kinds.length === 1) return [name, first];
      const kindsSchema: JsonSchema = {
        type: 'object',
        properties: Object.fromEntries(
          kinds.map((kind) => [kind.kind!, { $ref: `#/definitions/${nameOf(name, kind)}` }]),
        ),
        additionalProperties: false,
      };
      return [name, anyOf(kindsSchema, first)];
    }),
  ),
  patternProperties: { '^[A-Z]': {} },
  additionalProperties: false,
});

/** A stage has the file's own shape; what it leaves out stays as it is. */
const stagesSchema: JsonSchema = {
  type: ['object', 'null'],
  markdownDescription: 'Changes by stage, laid over the file: maps merge, all else replaces, `null` takes away.',
  additionalProperties: { type: ['object', 'null'] },
};

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
  },
  patternProperties: { '^x-': {}, '^[A-Z]': {} },
  additionalProperties: false,
  definitions: {
    function: {
      anyOf: [
        { type: 'object', propertyNames: { pattern: '^(Ref|Condition|Fn::.+)$' } },
        // What stands behind a tag: `!Ref Name`, `!If [Condition, yes, no]`.
        { type: 'array' },
        { type: 'string', pattern: '^[A-Z][A-Za-z0-9.:]*$' },
      ],
    },
    ...Object.fromEntries(
      sections.flatMap(({ name, kinds }) => kinds.map((kind) => [nameOf(name, kind), entrySchema(kind, kinds)])),
    ),
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
