import { nearest } from '../../../model/nearest.ts';
import { entryOf, place, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import { freeScalar } from '../../codecs/free.ts';
import { listOf } from '../../codecs/lists.ts';
import { namedList } from '../../codecs/named-list.ts';
import type { Phrase } from '../../codecs/records.ts';
import { nameFor, reference, whatIs } from '../../codecs/reference.ts';
import { choice, flag, text } from '../../codecs/scalars.ts';
import { scalarText, wrong } from '../../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../../language/codec.ts';
import { type Draft, valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import { orList, UnknownKey } from '../../language/messages.ts';
import { type Joint, kind, type Section } from '../../language/section.ts';
import { Spot } from '../../language/spot.ts';
import { unknownName } from '../../language/unknown.ts';
import { opened } from '../../phrases/phrase.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from '../common.ts';
import { measured, measuredOfType } from './metrics.ts';
import { isThreshold, threshold, thresholdSays } from './threshold.ts';

const NotMeasured = message(
  'spec-unknown-metric',
  'error',
  (id: string, what: string) =>
    `'${id}' is ${what}, for which the language has no metrics. Give 'metric: Namespace Name' and 'dimensions'.`,
);
const UnknownMetric = message(
  'spec-unknown-metric',
  'error',
  (word: string, what: string, near: string | undefined, allowed: readonly string[]) =>
    `'${word}' is not a metric of ${what}.${near ? ` Did you mean '${near}'?` : ` Allowed: ${orList(allowed)}, or 'Namespace Name'.`}`,
);

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

const written = (key: string, doc: string, examples: readonly string[]): Key => ({
  key,
  to: ['Namespace', 'MetricName', 'Dimensions', 'Statistic'],
  doc,
  examples,
  schema: () => ({ type: 'string' }),
  lower: () => {},
  raise: () => undefined,
});

const of = written('of', 'What is measured.', ['PlaceOrder']);
const metric = written(
  'metric',
  `What is measured of it: a word such as \`errors\`, \`throttles\`, \`duration\` or \`age\`; or a namespace and a name.`,
  ['errors', 'Shop Orders'],
);

const actions = listOf(reference({ says: 'a topic', as: 'arn', types: undefined }));
const statistics = {
  sum: 'Sum',
  average: 'Average',
  maximum: 'Maximum',
  minimum: 'Minimum',
  count: 'SampleCount',
} as const;

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

/** What `of` and `metric` mean together. */
const measure = (draft: Draft, entry: JsonMap, cx: Reading): void => {
  const word = get(entry, 'metric');
  const id = get(entry, 'of');
  const spot = new Spot(entry, 'metric');
  if (word !== undefined && !isString(word)) return wrong(spot, "a word such as 'errors', or 'Namespace Name'", cx);
  if (isString(word) && word.includes(' ')) {
    const at = word.lastIndexOf(' ');
    set(draft, 'Namespace', word.slice(0, at), spot, cx);
    set(draft, 'MetricName', word.slice(at + 1), spot, cx);
    return;
  }
  if (id === undefined) {
    if (word !== undefined) wrong(spot, "'Namespace Name', or a word such as 'errors' together with 'of'", cx);
    return;
  }
  const target = new Spot(entry, 'of');
  if (target.text === undefined) return wrong(target, 'the name of an entry', cx);
  const named = cx.names.get(scalarText(id));
  if (named === undefined) return cx.report(unknownName(cx.names, scalarText(id), 'entry'), target.at);
  const group = measuredOfType(named.type);
  if (group === undefined) return cx.report(NotMeasured(named.id, whatIs(named)), target.at);
  const found = isString(word) && Object.hasOwn(group.metrics, word) ? group.metrics[word] : undefined;
  if (found === undefined) {
    const allowed = Object.keys(group.metrics);
    return cx.report(
      UnknownMetric(String(word), whatIs(named), isString(word) ? nearest(word, allowed) : undefined, allowed),
      spot.at ?? target.at,
    );
  }
  set(draft, 'Namespace', group.namespace, spot, cx);
  set(draft, 'MetricName', found.name, spot, cx);
  set(draft, 'Dimensions', dimensionsOf(named.id, cx, target), target, cx);
  const says = ['Statistic', 'ExtendedStatistic'].some((name) => Object.hasOwn(draft.properties, name));
  if (!says) set(draft, 'Statistic', found.statistic, spot, cx);
};

/** The dimensions of a thing; a function that publishes to an alias is measured by that. */
const dimensionsOf = (id: string, cx: Writing, spot?: Spot): Json[] => {
  const named = cx.names.get(id)!;
  const { dimension, as } = measuredOfType(named.type)!;
  const { alias, ...whole } = named;
  // A metric counts the calls of every alias: an alarm on one could not watch the rollout of that alias.
  const list: Json[] = [{ Name: dimension, Value: cx.names.form(whole, as)!.alone }];
  if (named.type === 'AWS::Serverless::Function' && alias !== undefined && alias !== '') {
    list.push({ Name: 'Resource', Value: { 'Fn::Sub': `\${${id}}:${alias}` } });
  }
  return spot === undefined ? list : stamp(list, spot.at);
};

/** `of` and `metric` for what an alarm measures. */
const raiseMeasure = (draft: Draft, cx: Writing): Joint | undefined => {
  const namespace = valueAt(draft, 'Namespace');
  const name = valueAt(draft, 'MetricName');
  if (!isString(namespace) || !isString(name)) return undefined;
  const map = newMap();
  const put = (key: string, value: Json, from: string): void => {
    map[key] = value;
    place(map, key, entryOf(draft.properties, from));
  };
  const list = valueAt(draft, 'Dimensions');
  const group = measured.find((each) => each.namespace === namespace);
  const [first] = isList(list) ? list : [];
  const id =
    group && isMap(first)
      ? nameFor(first['Value'] ?? null, { says: '', as: group.as, types: group.types }, cx)
      : undefined;
  const word = group && Object.keys(group.metrics).find((each) => group.metrics[each]!.name === name);
  const plain = JSON.stringify(list);
  if (id !== undefined && word !== undefined && JSON.stringify(dimensionsOf(id, cx)) === plain) {
    put('of', id, 'Dimensions');
    put('metric', word, 'MetricName');
    const usual = group!.metrics[word]!.statistic;
    const says = ['Namespace', 'MetricName', 'Dimensions'];
    if (valueAt(draft, 'Statistic') === usual) return { map, says: [...says, 'Statistic'] };
    if (valueAt(draft, 'Statistic') !== undefined) {
      const value = choice(statistics).write(valueAt(draft, 'Statistic')!, cx);
      if (value === undefined) return undefined;
      put('statistic', value, 'Statistic');
      return { map, says: [...says, 'Statistic'] };
    }
    // A percentile is raised by its own key.
    return valueAt(draft, 'ExtendedStatistic') === undefined ? undefined : { map, says };
  }
  if (namespace.includes('${') || name.includes('${') || name.includes(' ')) return undefined;
  put('metric', `${namespace} ${name}`, 'MetricName');
  return { map, says: ['Namespace', 'MetricName'] };
};

/** The keys of a metric: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudwatch-alarm-metricdataquery.html */
const queryKeys = ['Expression', 'MetricStat', 'Label', 'ReturnData', 'Period', 'AccountId'];

/** `metrics: {id: query}`: SAM has a list, each with its id. */
const queries: Codec = {
  says: 'a map from ids to queries',
  schema: () => ({ type: 'object' }),
  read: (spot, cx) => {
    if (!isMap(spot.value)) return wrong(spot, 'a map from ids to queries', cx);
    const list: Json[] = [];
    for (const id of Object.keys(spot.value)) {
      const each = spot.below(id);
      const inner = each.text === undefined ? each.value : opened(each, { Expression: text.read(each, cx) });
      if (!isMap(inner)) return wrong(each, 'an expression, or a map with its keys in CloudFormation', cx);
      const query = newMap();
      query['Id'] = id;
      for (const key of Object.keys(inner)) {
        if (!queryKeys.includes(key)) {
          cx.report(UnknownKey(key, 'a metric', nearest(key, queryKeys), queryKeys), entryOf(inner, key)?.key);
          return undefined;
        }
        query[key] = inner[key]!;
        place(query, key, entryOf(inner, key));
      }
      list.push(stamp(query, each.whole));
    }
    return stamp(list, spot.at);
  },
  write: (value, cx) => {
    if (!isList(value)) return undefined;
    const map = newMap();
    for (const query of value) {
      if (!isMap(query) || !isString(query['Id']) || Object.hasOwn(map, query['Id'])) return undefined;
      const { Id: id, ...rest } = query;
      const { Expression: expression } = rest;
      map[id] = isString(expression) && Object.keys(rest).length === 1 ? (text.write(expression, cx) ?? rest) : rest;
    }
    return map;
  },
};

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
    }),
  ],
};
