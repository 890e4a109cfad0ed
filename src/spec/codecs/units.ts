import type { Json } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { WrongValue } from '../language/messages.ts';
import { withFunctions } from './functions.ts';
import { foundText, nameOf, wrong } from './wrong.ts';

/** A unit by its sign, and how many of the smallest one it is. */
type Scale = readonly (readonly [sign: string, size: number])[];

export const timeScale: Scale = [
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
];
const sizes: Scale = [
  ['B', 1],
  ['KB', 1024],
  ['MB', 1024 ** 2],
  ['GB', 1024 ** 3],
  ['TB', 1024 ** 4],
];

interface Quantity {
  readonly scale: Scale;
  /** The unit that SAM counts in. */
  readonly unit: string;
  readonly says: string;
  /** Whether a number without a unit is taken. */
  readonly bare: boolean;
  /** Units that are printed, smallest first. */
  readonly printed: readonly string[];
}

const sizeOf = (scale: Scale, sign: string): number | undefined =>
  scale.find(([each]) => each.toLowerCase() === sign.toLowerCase())?.[1];

/** A text such as `10s` in a unit; undefined for any other, and where it does not come out whole. */
export const parseQuantity = (text: string, scale: Scale, unit: string, bare: boolean): number | undefined => {
  const [, digits, sign] = /^(\d{1,15})\s?([a-zA-Z]{0,2})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  if (sign === '') return bare ? Number(digits) : undefined;
  const size = sizeOf(scale, sign!);
  const value = size === undefined ? Number.NaN : (Number(digits) * size) / sizeOf(scale, unit)!;
  return Number.isSafeInteger(value) ? value : undefined;
};

/** The whole quantity that a text with a fraction stands for: `90m` for `1.5h`. */
const withoutFraction = (text: string, { scale, unit, printed }: Quantity): string | undefined => {
  const [, number, sign] = /^(\d{1,9}\.\d{1,6})\s?([a-zA-Z]{1,2})$/.exec(text) ?? [];
  const size = sign === undefined ? undefined : sizeOf(scale, sign);
  const value = size === undefined ? Number.NaN : (Number(number) * size) / sizeOf(scale, unit)!;
  return Number.isSafeInteger(value) ? printQuantity(value, scale, unit, printed) : undefined;
};

/** The number with the largest of some units in which it is whole. */
export const printQuantity = (value: number, scale: Scale, unit: string, printed: readonly string[]): string => {
  const smallest = value * sizeOf(scale, unit)!;
  const sign = printed.findLast((each) => value !== 0 && smallest % sizeOf(scale, each)! === 0) ?? unit;
  return `${smallest / sizeOf(scale, sign)!}${sign}`;
};

/** A time with the largest of some units in which it is whole. */
export const printTime = (value: number, unit: string, printed: readonly string[]): string =>
  printQuantity(value, timeScale, unit, printed);

const quantity = (of: Quantity): Codec => {
  const { scale, unit, says, bare, printed } = of;
  const units = scale.map(([sign]) => sign).join('|');
  return withFunctions({
    says,
    schema: () => ({
      type: bare ? ['string', 'integer'] : 'string',
      pattern: `^(\\d+\\s?(${units})|\\d+|\\$\\{.+\\})$`,
      patternErrorMessage: `Write ${says}.`,
    }),
    read: (spot, cx) => {
      const { text = '' } = spot;
      const value = parseQuantity(text, scale, unit, bare);
      if (value === undefined)
        cx.report(WrongValue(nameOf(spot), says, foundText(spot.value), withoutFraction(text, of)), spot.at);
      return value;
    },
    write: (value: Json) => {
      if (!Number.isSafeInteger(value) || (value as number) < 0) return undefined;
      return printQuantity(value as number, scale, unit, printed);
    },
  });
};

export const seconds = quantity({
  scale: timeScale,
  unit: 's',
  says: 'a duration in whole seconds, such as 10s, 15m, 1h or 7d',
  bare: true,
  printed: ['s', 'm', 'h', 'd'],
});
export const milliseconds = quantity({
  scale: timeScale,
  unit: 'ms',
  says: 'a duration, such as 500ms or 10s',
  bare: false,
  printed: ['ms', 's', 'm'],
});
export const minutes = quantity({
  scale: timeScale,
  unit: 'm',
  says: 'a duration in whole minutes, such as 15m or 1h',
  bare: false,
  printed: ['m', 'h', 'd'],
});
export const days = quantity({
  scale: timeScale,
  unit: 'd',
  says: 'a duration in whole days, such as 7d',
  bare: false,
  printed: ['d'],
});
export const megabytes = quantity({
  scale: sizes,
  unit: 'MB',
  says: 'a size in whole megabytes, such as 512MB or 10GB',
  bare: true,
  printed: ['MB', 'GB'],
});
export const bytes = quantity({
  scale: sizes,
  unit: 'B',
  says: 'a size, such as 1024B or 256KB',
  bare: false,
  printed: ['B', 'KB', 'MB', 'GB'],
});

/** A percentage as a whole number. */
export const percent: Codec = withFunctions({
  says: 'a percentage, such as 10%',
  schema: () => ({
    type: 'string',
    pattern: '^\\d+(\\.\\d+)?%$',
    patternErrorMessage: 'Write a percentage, such as 10%.',
  }),
  read: (spot, cx) => {
    const [, digits] = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(spot.text ?? '') ?? [];
    return digits === undefined ? wrong(spot, 'a percentage, such as 10%', cx) : Number(digits);
  },
  write: (value) =>
    typeof value === 'number' && /^\d{1,3}(?:\.\d{1,6})?$/.test(String(value)) ? `${value}%` : undefined,
});
