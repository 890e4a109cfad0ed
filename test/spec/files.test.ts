import { expect, it } from 'vitest';
import { expand, lower, raise } from '../../src/index.ts';
import type { Kind } from '../../src/spec/language/section.ts';
import { headingOf } from '../../src/spec/sections/headings.ts';
import { sections } from '../../src/spec/sections/index.ts';
import { fc } from '../seeded.ts';

/** What the examples name, in as few words as possible. */
const around: Readonly<Record<string, string>> = {
  tables: '  Orders: {key: orderId, stream: new-image}\n',
  queues: '  Jobs:\n  Failed:\n  Inbox:\n',
  topics: '  Alerts:\n',
  buckets: '  Uploads:\n',
  streams: '  Clicks:\n',
  layers: '  Shared: {code: layers/shared}\n',
  functions:
    '  PlaceOrder: {code: src, handler: a.b, runtime: nodejs22.x}\n  CheckOrder: {code: src, handler: a.b, runtime: nodejs22.x}\n',
};

/** An entry of a kind with some of its keys, each with one of its examples. */
const entryOf = (kind: Kind): fc.Arbitrary<string> => {
  const keys = kind.table.keys.filter(({ examples }) => examples.length > 0);
  return fc
    .subarray(keys, { minLength: 1, maxLength: 6 })
    .chain((chosen) =>
      fc.tuple(...chosen.map(({ key, examples }) => fc.constantFrom(...examples.map((each) => [key, each])))),
    )
    .map((pairs) => {
      const lines = pairs.map(([key, example]) => `    ${key}: ${example!.replaceAll('\n', '\n      ')}\n`);
      return (kind.kind === undefined ? '' : `    kind: ${kind.kind}\n`) + lines.join('');
    });
};

interface Entry {
  readonly section: string;
  readonly kind: Kind;
  readonly text: string;
  readonly hasHeading: boolean;
}

const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc
    .constantFrom(...sections.flatMap(({ name, kinds }) => kinds.map((kind) => [name, kind] as const)))
    .chain(([section, kind]) =>
      fc.tuple(entryOf(kind), fc.boolean()).map(([text, hasHeading]) => ({ section, kind, text, hasHeading })),
    ),
  { minLength: 1, maxLength: 4 },
);

/** A file with a few entries, each in its section or, where `isHeaded` says so, under a heading. */
const fileOf = (all: readonly Entry[], isHeaded: (entry: Entry) => boolean): string => {
  const texts = new Map(Object.entries(around));
  const headings: string[] = [];
  for (const [at, entry] of all.entries()) {
    const { section, kind, text } = entry;
    if (!isHeaded(entry)) texts.set(section, `${texts.get(section) ?? ''}  Entry${at}:\n${text}`);
    else {
      const word = headingOf(section, kind.kind);
      const isInHeading = word !== undefined && kind.kind !== undefined;
      const body = isInHeading ? text.replace(/^ *kind: .*\n/, '') : text;
      headings.push(`${word ?? headingOf(section)} Entry${at}:\n${body.replaceAll(/^ {2}/gm, '')}`);
    }
  }
  const body = [...texts].map(([name, text]) => `${name}:\n${text}`).join('');
  return `synth: 1\nparameters: {Stage: dev, Writes: 5}\n${body}${headings.join('')}`;
};

const file: fc.Arbitrary<string> = entries.map((all) => fileOf(all, ({ hasHeading }) => hasHeading));

/** What a file means, whatever the order of its resources is. */
const meaning = (text: string) => {
  const { template, problems } = lower(text);
  return { template, codes: problems.map(({ code, message }) => `${code} ${message}`).sort() };
};

it('an entry means the same in a section and under a heading, and is printed in one form', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const inSections = fileOf(all, () => false);
      const wanted = meaning(inSections);
      for (const isHeaded of [() => true, ({ hasHeading }: Entry) => hasHeading]) {
        const text = fileOf(all, isHeaded);
        expect(meaning(text), text).toEqual(wanted);
        const { text: printed } = raise(text);
        expect(meaning(printed!), printed).toEqual(wanted);
        expect(raise(printed!).text, text).toBe(printed);
      }
    }),
    { numRuns: 300 },
  );
});

it('whatever the keys of a file are, it is refused with places or survives the way to SAM and back', () => {
  let survived = 0;
  fc.assert(
    fc.property(file, (text) => {
      const { text: sam, problems } = lower(text, { path: 'synth.yaml' });
      for (const { line, column } of problems) expect([line, column], text).not.toContain(undefined);
      if (sam === undefined || problems.some(({ level }) => level === 'error')) return;
      const before = expand(text);
      expect(expand(sam).template, text).toEqual(before.template);
      const raised = raise(sam);
      expect(raised.text, text).toBeDefined();
      expect(expand(raised.text!).template, `${text}\n${raised.text}`).toEqual(before.template);
      // What is printed is the printed form.
      expect(raise(lower(raised.text!).text!).text, text).toBe(raised.text);
      survived++;
    }),
    { numRuns: 400 },
  );
  expect(survived).toBeGreaterThan(40);
});
