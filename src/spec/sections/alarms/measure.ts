import { nearest } from '../../../model/nearest.ts';
import { entryOf, place, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import { nameFor, whatIs } from '../../codecs/reference.ts';
import { choice } from '../../codecs/scalars.ts';
import { scalarText, wrong } from '../../codecs/wrong.ts';
import type { Reading, Writing } from '../../language/codec.ts';
import { type Draft, valueAt } from '../../language/draft.ts';
import { type Key, set } from '../../language/key.ts';
import { orList } from '../../language/messages.ts';
import type { Joint } from '../../language/section.ts';
import { Spot } from '../../language/spot.ts';
import { unknownName } from '../../language/unknown.ts';
import { measured, measuredOfType } from './metrics.ts';

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

const written = (key: string, doc: string, examples: readonly string[]): Key => ({
  key,
  to: ['Namespace', 'MetricName', 'Dimensions', 'Statistic'],
  doc,
  examples,
  schema: () => ({ type: 'string' }),
  lower: () => {},
  raise: () => undefined,
});

export const of = written('of', 'What is measured.', ['PlaceOrder']);
export const metric = written(
  'metric',
  `What is measured of it: a word such as \`errors\`, \`throttles\`, \`duration\` or \`age\`; or a namespace and a name.`,
  ['errors', 'Shop Orders'],
);

/** What can be taken of a period, and SAM's words for it. */
export const statistics = {
  sum: 'Sum',
  average: 'Average',
  maximum: 'Maximum',
  minimum: 'Minimum',
  count: 'SampleCount',
} as const;

/** What `of` and `metric` mean together. */
export const measure = (draft: Draft, entry: JsonMap, cx: Reading): void => {
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
export const raiseMeasure = (draft: Draft, cx: Writing): Joint | undefined => {
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
