import { isString, type Json } from '../../../model/tree.ts';
import { freeScalar } from '../../codecs/free.ts';
import { listOf } from '../../codecs/lists.ts';
import { namedList } from '../../codecs/named-list.ts';
import type { Phrase } from '../../codecs/records.ts';
import { reference } from '../../codecs/reference.ts';
import { choice, flag, text } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import { kind, type Section } from '../../language/section.ts';
import { opened } from '../../phrases/phrase.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from '../common.ts';
import { measure, metric, of, raiseMeasure, statistics } from './measure.ts';
import { queries } from './queries.ts';
import { checkPeriod, isThreshold, threshold, thresholdSays } from './threshold.ts';

const says = `a name, a metric and ${thresholdSays}, such as 'PlaceOrder errors >= 1 in 1m'`;

const phrase: Phrase = {
  says,
  examples: ['PlaceOrder errors >= 1 in 1m', 'Jobs age > 600 in 5m for 3 of 5'],
  schema: () => ({ type: 'string', pattern: '^\\S+ \\S+ (>=|>|<=|<) ', patternErrorMessage: `Write ${says}.` }),
  open: (spot, cx) => {
    const [, of, metric, is] = /^(\S+) (\S+) (\S.*)$/.exec(spot.text ?? '') ?? [];
    if (is === undefined || !isThreshold(is)) return wrong(spot, says, cx);
    return opened(spot, { of, metric, is });
  },
  close: (map): Json | undefined => {
    const { of, metric, is, ...rest } = map;
    const isShort = [of, metric].every((each) => isString(each) && /^[\w-]+$/.test(each)) && isString(is);
    return isShort && Object.keys(rest).length === 0 ? `${of} ${metric} ${is}` : undefined;
  },
};

const actions = listOf(reference({ says: 'a topic', as: 'arn', types: undefined }));
const percentile: Codec = {
  says: `${Object.keys(statistics).join(', ')}, or a percentile such as p99`,
  schema: () => ({ anyOf: [{ enum: Object.keys(statistics) }, { type: 'string', pattern: '^(p|tm|tc|ts|wm)\\d' }] }),
  read: (spot, cx) =>
    /^(?:p|tm|tc|ts|wm)\d/i.test(spot.text ?? '') ? (spot.text ?? null) : choice(statistics).read(spot, cx),
  write: (value, cx) => choice(statistics).write(value, cx),
};

const statistic: Key = {
  key: 'statistic',
  to: ['Statistic', 'ExtendedStatistic'],
  doc: 'What is taken of a period; for the words of `metric` there is a usual one.',
  examples: ['average', 'p99'],
  schema: () => percentile.schema(),
  lower: (spot, draft, cx) => {
    const value = percentile.read(spot, cx);
    if (value !== undefined)
      set(draft, isString(value) && /^[a-z]+\d/i.test(value) ? 'ExtendedStatistic' : 'Statistic', value, spot, cx);
  },
  raise: (draft, cx) => {
    const extended = valueAt(draft, 'ExtendedStatistic');
    if (isString(extended) && /^(?:p|tm|tc|ts|wm)\d/.test(extended))
      return { value: extended, says: ['ExtendedStatistic'] };
    const plain = valueAt(draft, 'Statistic');
    const value = plain === undefined ? undefined : choice(statistics).write(plain, cx);
    return value === undefined ? undefined : { value, says: ['Statistic'] };
  },
};

const dimensions = namedList('Name', 'Value', freeScalar, 'a map of dimensions');

/** `AWS::CloudWatch::Alarm` */
export const alarms: Section = {
  name: 'alarms',
  heading: 'alarm',
  doc: 'Alarms of Amazon CloudWatch.',
  example: 'PlaceOrderErrors: PlaceOrder errors >= 1 in 1m',
  kinds: [
    kind({
      type: 'AWS::CloudWatch::Alarm',
      title: 'an alarm',
      required: ['of', 'metric', 'metrics', 'MetricName', 'Metrics'],
      phrase,
      keys: [
        ...commonKeys,
        nameKey('AlarmName'),
        descriptionKey('AlarmDescription'),
        of,
        metric,
        property('dimensions', 'Dimensions', dimensions, 'Dimensions of the metric.', '{Shop: "${Stage}"}'),
        statistic,
        threshold,
        property(
          'metrics',
          'Metrics',
          queries,
          'Several metrics by id: an expression, or a metric as in CloudFormation without its `Id`.',
          ['{rate: errors / calls}', "{rate: {Expression: 'errors / calls', Label: Rate}}"],
        ),
        property('unit', 'Unit', text, 'The unit.', 'Count'),
        property(
          'missing',
          'TreatMissingData',
          choice({ ok: 'notBreaching', breaching: 'breaching', ignore: 'ignore', missing: 'missing' }),
          'What missing data are taken for.',
          'ok',
        ),
        property('notify', 'AlarmActions', actions, 'What is notified when it goes off.', 'Alerts'),
        property('ok', 'OKActions', actions, 'What is notified when it is over.', 'Alerts'),
        property(
          'insufficient',
          'InsufficientDataActions',
          actions,
          'What is notified when data are missing.',
          'Alerts',
        ),
        property('enabled', 'ActionsEnabled', flag(), 'Whether it tells anything.', 'false'),
        tagsKey('list'),
      ],
      synonyms: {
        'alarm-name': 'name',
        function: 'of',
        'metric-name': 'metric',
        threshold: 'is',
        'comparison-operator': 'is',
        period: 'is',
        'evaluation-periods': 'is',
        actions: 'notify',
        'alarm-actions': 'notify',
        'ok-actions': 'ok',
        'treat-missing-data': 'missing',
      },
      joint: raiseMeasure,
      combine: measure,
      finish: checkPeriod,
    }),
  ],
};
