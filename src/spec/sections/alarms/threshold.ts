import { entryOf } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { isString, type JsonMap } from '../../../model/tree.ts';
import { parseQuantity, printTime, timeScale } from '../../codecs/units.ts';
import { nameOf, wrong } from '../../codecs/wrong.ts';
import type { Reading } from '../../language/codec.ts';
import { type Draft, valueAt } from '../../language/draft.ts';
import { type Key, set } from '../../language/key.ts';
import { Spot } from '../../language/spot.ts';

const operators = {
  '>=': 'GreaterThanOrEqualToThreshold',
  '>': 'GreaterThanThreshold',
  '<=': 'LessThanOrEqualToThreshold',
  '<': 'LessThanThreshold',
} as const;
const signs = new Map(Object.entries(operators).map(([sign, name]) => [name as string, sign]));

export const thresholdSays = "a threshold such as '>= 1 in 1m' or '> 100 in 5m for 3 of 5'";
const pattern =
  /^(>=|>|<=|<) (-?\d{1,15}(?:\.\d{1,6})?)(?: in (\d{1,6} ?[a-z]{1,2}))?(?: for (\d{1,4})(?: of (\d{1,4}))?)?$/;

const MoreThanAll = message(
  'spec-invalid-value',
  'error',
  (what: string, points: string, of: string) =>
    `${what} wants ${points} of ${of} periods: the first number must not be above the second. Did you mean 'for ${of} of ${points}'?`,
);
const NoPeriod = message(
  'spec-invalid-value',
  'error',
  (written: string, whole: string) => `'${written}' has no period. Write it behind the threshold: '${whole}'.`,
);

/** Reports an alarm on one metric that says a threshold and no period. */
export const checkPeriod = ({ properties }: Draft, entry: JsonMap, cx: Reading): void => {
  const { text } = new Spot(entry, 'is');
  if (text === undefined || !isThreshold(text) || text.includes(' in ')) return;
  if (Object.hasOwn(properties, 'Period') || Object.hasOwn(properties, 'Metrics')) return;
  const [threshold, ...counts] = text.split(' for ');
  cx.report(NoPeriod(text, [`${threshold} in 1m`, ...counts].join(' for ')), entryOf(entry, 'is')?.value);
};

/** Whether a text is a threshold. */
export const isThreshold = (text: string): boolean => pattern.test(text);

/** `>= 1 in 1m for 3 of 5`: operator, threshold, period, and how many periods of how many. */
export const threshold: Key = {
  key: 'is',
  to: ['ComparisonOperator', 'Threshold', 'Period', 'EvaluationPeriods', 'DatapointsToAlarm'],
  doc: 'When it goes off: an operator, a threshold, a period, and of several periods how many. Without a period for alarms on `metrics`.',
  examples: ["'>= 1 in 1m'", "'> 100 in 5m for 3 of 5'", "'< 1 in 1h for 2'"],
  schema: () => ({ type: 'string', pattern: '^(>=|>|<=|<) ', patternErrorMessage: `Write ${thresholdSays}.` }),
  lower: (spot, draft, cx) => {
    const [, sign, limit, period, points, of] = pattern.exec(spot.text ?? '') ?? [];
    const seconds = period === undefined ? undefined : parseQuantity(period, timeScale, 's', false);
    if (sign === undefined || (period !== undefined && seconds === undefined)) return wrong(spot, thresholdSays, cx);
    if (of !== undefined && Number(points) > Number(of))
      return cx.report(MoreThanAll(nameOf(spot), points!, of), spot.at);
    set(draft, 'ComparisonOperator', operators[sign as keyof typeof operators], spot, cx);
    set(draft, 'Threshold', Number(limit), spot, cx);
    if (seconds !== undefined) set(draft, 'Period', seconds, spot, cx);
    set(draft, 'EvaluationPeriods', Number(of ?? points ?? 1), spot, cx);
    if (of !== undefined) set(draft, 'DatapointsToAlarm', Number(points), spot, cx);
  },
  raise: (draft) => {
    const [operator, limit, period, periods, points] = threshold.to.map((target) => valueAt(draft, target));
    const sign = isString(operator) ? signs.get(operator) : undefined;
    const isNumber = (value: unknown): value is number => typeof value === 'number';
    if (sign === undefined || !isNumber(limit) || !isNumber(periods)) return undefined;
    if (period !== undefined && !isNumber(period)) return undefined;
    if (points !== undefined && !(isNumber(points) && points <= periods)) return undefined;
    // Only queries have periods of their own.
    if (period === undefined && valueAt(draft, 'Metrics') === undefined) return undefined;
    const time = period === undefined ? '' : ` in ${printTime(period, 's', ['s', 'm', 'h', 'd'])}`;
    const times = points !== undefined ? ` for ${points} of ${periods}` : periods === 1 ? '' : ` for ${periods}`;
    const value = `${sign} ${limit}${time}${times}`;
    return pattern.test(value)
      ? { value, says: threshold.to.filter((target) => valueAt(draft, target) !== undefined) }
      : undefined;
  },
};
