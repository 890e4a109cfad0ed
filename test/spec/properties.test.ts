import { describe, expect, it } from 'vitest';
import { type Json, type JsonMap, newMap, sameData } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { filters } from '../../src/spec/codecs/filter.ts';
import { freeScalar } from '../../src/spec/codecs/free.ts';
import { readGaps, writeGaps } from '../../src/spec/codecs/gaps.ts';
import { jsonText } from '../../src/spec/codecs/json-text.ts';
import { decimal, flag, text, whole } from '../../src/spec/codecs/scalars.ts';
import { tagList, tagMap } from '../../src/spec/codecs/tags.ts';
import { bytes, days, megabytes, milliseconds, minutes, percent, seconds } from '../../src/spec/codecs/units.ts';
import type { Codec } from '../../src/spec/language/codec.ts';
import { Spot } from '../../src/spec/language/spot.ts';
import { Lowered } from '../../src/spec/lower/lowering.ts';
import { parseAttribute, printAttribute } from '../../src/spec/phrases/attributes.ts';
import { parseProgram, printProgram } from '../../src/spec/phrases/program.ts';
import { methods, parseRoute, printRoute } from '../../src/spec/phrases/route.ts';
import { parseSchedule, printSchedule } from '../../src/spec/phrases/schedule.ts';
import { parseShift, printShift } from '../../src/spec/phrases/shift.ts';
import { printYaml } from '../../src/spec/print/yaml.ts';
import { fc } from '../seeded.ts';
import { namesWith } from './fixture.ts';

const names = namesWith();
const quiet = (): Lowered => new Lowered(names, []);

/** Reads a compact value through its text: as it is printed, and read again. */
const through = (codec: Codec, value: Json): Json | undefined => {
  const printed = printYaml({ synth: 1, value }, { blockLevels: 1, layout: 'fresh' });
  const root = parse(printed, 'synth.yaml').root as JsonMap;
  return codec.read(new Spot(root, 'value'), quiet());
};

/** Whatever a codec writes comes back as the same data, through YAML too. */
const comesBack = (codec: Codec, value: Json): void => {
  const written = codec.write(value, { names });
  if (written === undefined) return;
  const holder = newMap();
  holder['value'] = written;
  const cx = quiet();
  expect(sameData(codec.read(new Spot(holder, 'value'), cx), value), JSON.stringify([value, written])).toBe(true);
  expect(cx.findings).toEqual([]);
  expect(sameData(through(codec, written), value), JSON.stringify([value, written])).toBe(true);
};

const known = fc.constantFrom('Stage', 'Orders', 'Jobs', 'AWS::Region', 'Jobs.Arn', 'Orders.StreamArn');
const anyText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 6 }),
        known.map((name) => `\${${name}}`),
        fc.constantFrom('${', '}', '${!', '$', '\n', ': ', ' #', "'", '"', '0', 'yes', '1.0', '- ', '*', '&', '{{'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);
const anyReference: fc.Arbitrary<Json> = fc.oneof(
  known.filter((name) => !name.includes('.')).map((name): Json => ({ Ref: name })),
  known.filter((name) => name.includes('.')).map((name): Json => ({ 'Fn::GetAtt': name.split('.') })),
  anyText.map((sub): Json => ({ 'Fn::Sub': sub })),
);
const anyScalar: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.integer(),
  fc.boolean(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((number) => !Number.isInteger(number) || Number.isSafeInteger(number)),
  fc.constant(null),
);
const anyData: fc.Arbitrary<Json> = fc.letrec<{ data: Json }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    anyScalar,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
      tie('data'),
      { maxKeys: 3 },
    ),
  ),
})).data;

describe('codecs: what is written is read as the same', () => {
  const codecs: readonly (readonly [string, Codec, fc.Arbitrary<Json>])[] = [
    ['text', text, fc.oneof(anyText, anyReference)],
    ['free scalar', freeScalar, fc.oneof(anyScalar, anyReference)],
    ['seconds', seconds, fc.oneof(fc.nat({ max: 10_000_000 }), anyReference)],
    ['minutes', minutes, fc.nat({ max: 100_000 })],
    ['days', days, fc.nat({ max: 4000 })],
    ['milliseconds', milliseconds, fc.nat({ max: 10_000_000 })],
    ['megabytes', megabytes, fc.nat({ max: 1_000_000 })],
    ['bytes', bytes, fc.nat({ max: 2_000_000_000 })],
    ['percent', percent, fc.oneof(fc.nat({ max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }))],
    ['whole', whole(), fc.integer()],
    ['decimal', decimal, fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))],
    ['flag', flag(), fc.oneof(fc.boolean(), anyText)],
    [
      'input',
      jsonText,
      fc.oneof(
        anyText,
        anyData.map((data) => JSON.stringify(data)),
        anyReference,
      ),
    ],
    [
      'filters',
      filters,
      fc.array(
        fc
          .oneof(
            anyData.map((data) => JSON.stringify(data)),
            anyText,
          )
          .map((pattern): Json => ({ Pattern: pattern })),
        { minLength: 1, maxLength: 3 },
      ),
    ],
    [
      'tags as a map',
      tagMap,
      fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.oneof(anyScalar, anyReference), { maxKeys: 3 }),
    ],
    [
      'tags as a list',
      tagList,
      fc.array(fc.record({ Key: fc.string({ minLength: 1, maxLength: 8 }), Value: fc.oneof(anyText, anyReference) }), {
        maxLength: 3,
      }) as fc.Arbitrary<Json>,
    ],
  ];
  it.each(codecs)('%s', (_, codec, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => comesBack(codec, value)),
      { numRuns: 400 },
    );
  });

  it('texts of any kind are taken apart and put together', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const written = writeGaps(value, { names });
        if (written === undefined) return;
        expect(readGaps(written, new Spot([written], 0), quiet())).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('phrases: what is printed is read as the same', () => {
  it('shifts', () => {
    const shifts = fc.record({
      kind: fc.constantFrom('canary' as const, 'linear' as const),
      percent: fc.integer({ min: 1, max: 99 }),
      interval: fc.integer({ min: 1, max: 2880 }),
    });
    fc.assert(
      fc.property(shifts, (shift) => {
        expect(parseShift(printShift(shift))).toEqual(shift);
      }),
    );
  });

  it('routes', () => {
    const segment = fc.stringMatching(/^[a-z]{1,6}$|^\{[a-z]{1,5}\+?\}$/);
    const routes = fc.record({
      kind: fc.constantFrom(undefined, 'rest' as const, 'http' as const),
      method: fc.constantFrom(...methods, 'get', '*'),
      path: fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
      api: fc.constantFrom(undefined, 'Public', 'ServerlessHttpApi'),
    });
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(printRoute(route))).toEqual(route);
      }),
    );
  });

  it('what a function runs', () => {
    const word = fc.stringMatching(/^[a-z./:${}]{1,8}$/);
    const programs = fc.record({ handler: word, code: fc.option(word), runtime: fc.option(word) });
    fc.assert(
      fc.property(programs, ({ handler, code, runtime }) => {
        const program = { handler, code: code ?? undefined, runtime: runtime ?? undefined };
        const printed = printProgram(program);
        expect(printed === undefined).toBe(code === null && runtime === null);
        if (printed !== undefined) expect(parseProgram(printed)).toEqual(program);
      }),
    );
  });

  it('schedules', () => {
    const schedules = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('minute', 'hour', 'day'))
        .map(([count, unit]) => `rate(${count} ${unit}${count === 1 ? '' : 's'})`),
      fc
        .tuple(
          fc.integer({ min: 0, max: 59 }),
          fc.integer({ min: 0, max: 23 }),
          fc.constantFrom('* * ?', '? * MON-FRI', '? * MON,THU', '1 * ?'),
        )
        .map(([minute, hour, day]) => `cron(${minute} ${hour} ${day} *)`),
    );
    const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC');
    fc.assert(
      fc.property(schedules, zones, (expression, zone) => {
        expect(parseSchedule(printSchedule({ expression, zone }))).toEqual(
          zone === undefined ? { expression } : { expression, zone },
        );
      }),
    );
  });

  it.each([
    ['every 5m', 'rate(5 minutes)'],
    ['every 1h', 'rate(1 hour)'],
    ['every 7d', 'rate(7 days)'],
  ])('a schedule with a unit: %s', (short, expression) => expect(parseSchedule(short)).toEqual({ expression }));

  it.each(['every 5s', 'every 0m', 'every m', 'every 5 m'])('no schedule: %s', (text) =>
    expect(parseSchedule(text)).toBeUndefined(),
  );

  it('attributes', () => {
    const attributes = fc.record({
      name: fc.stringMatching(/^[A-Za-z_:-]{1,12}$/),
      type: fc.constantFrom('S' as const, 'N' as const, 'B' as const),
    });
    fc.assert(
      fc.property(attributes, (attribute) => {
        expect(parseAttribute(printAttribute(attribute))).toEqual(attribute);
      }),
    );
  });
});

describe('the printer', () => {
  it('prints any data so that it is read as the same', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__' && key !== 'synth'),
          anyData,
          { maxKeys: 4 },
        ),
        (data) => {
          const tree = JSON.parse(JSON.stringify({ ...data, synth: 1 })) as JsonMap;
          const printed = printYaml(tree, { blockLevels: 2, layout: 'fresh' });
          const { root, findings } = parse(printed, 'synth.yaml');
          expect(findings, printed).toEqual([]);
          expect(sameData(root, tree), printed).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
