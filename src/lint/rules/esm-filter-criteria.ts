import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { scalarField } from '../facts/events/scalar-field.ts';
import { sourceKind } from '../facts/events/source.ts';
import { certainItems, isPlainMap } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const defaultQuota = 5;
const maximum = 10;
const maximumLength = 4096;

const objectIn = (text: string): JsonMap | undefined => {
  try {
    const value = JSON.parse(text) as Json;
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const esmFilterCriteria = defineRule({
  id: 'esm-filter-criteria',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid event filter',
  description:
    'A mapping has up to 5 filters (10 on request: set `quota`), each a JSON object as text of at most 4,096 characters, whose fields have lists of values; so are the filters of a pipe. DocumentDB has no filters.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html',
  options: { quota: { default: defaultQuota, doc: 'How many filters a mapping of your account may have, up to 10.' } },
  supersedes: ['cfn-property-type'],
  messages: {
    tooMany: 'There are {count} filters on {mapping}; a mapping takes at most {maximum}.',
    quota: 'There are {count} filters on {mapping}; without a raised quota a mapping takes {maximum}.',
    pattern: 'The pattern is not a JSON object: {text}. Write an object as text: \'{"body": {"key": ["value"]}}\'.',
    scalar: "'{name}' is {found} in the pattern; it must be a list of values: [{value}].",
    map: 'The pattern is a map; it must be JSON as text, in quotes.',
    length: 'The pattern has {length} characters; at most {maximum} are allowed.',
    documentdb:
      'A DocumentDB cluster, as {mapping} reads one, has no filters; leave them out and filter in the function.',
  },
  example: {
    in: 'queue-event',
    fails: 'FilterCriteria: {Filters: [{Pattern: ‹paid›}]}',
    passes: `FilterCriteria: {Filters: [{Pattern: '{"body": {"state": ["paid"]}}'}]}`,
  },
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Pipes::Pipe'],
  check(node, cx) {
    if (node.type === 'AWS::Pipes::Pipe') checkPatterns(node, ['SourceParameters', 'FilterCriteria'], cx);
    else if (!node.lacks('FilterCriteria')) checkMapping(node, cx);
  },
});

const checkMapping = (mapping: ResourceNode, cx: RuleContext): void => {
  if (sourceKind(mapping, cx) === 'documentdb') {
    cx.report('documentdb', mapping.keyPlace('FilterCriteria'), { data: { mapping: nameInSource(mapping, cx) } });
    return;
  }
  const quota = cx.option<number>('quota');
  for (const { value, path } of mapping.all('FilterCriteria', 'Filters')) {
    const filters = isList(value) ? certainItems(value) : [];
    if (filters.length <= quota) continue;
    const over = filters.length > maximum;
    const limit = over ? maximum : quota;
    const data = { mapping: nameInSource(mapping, cx), count: filters.length, maximum: limit };
    cx.report(over ? 'tooMany' : 'quota', headOf(mapping, path), {
      data,
      related: [mapping.place(...path, filters[limit]!)],
      level: over ? 'error' : 'warning',
    });
  }
  checkPatterns(mapping, ['FilterCriteria'], cx);
};

const checkPatterns = (node: ResourceNode, criteria: readonly string[], cx: RuleContext): void => {
  for (const { value, at } of node.all(...criteria, 'Filters', '*', 'Pattern')) {
    if (isPlainMap(value)) cx.report('map', at);
  }
  for (const { value, at } of node.strings(...criteria, 'Filters', '*', 'Pattern')) {
    if (value.length > maximumLength) {
      cx.report('length', at, { data: { length: value.length, maximum: maximumLength } });
      continue;
    }
    const pattern = objectIn(value);
    const scalar = pattern && scalarField(pattern);
    if (scalar !== undefined) cx.report('scalar', at, { data: scalar.data });
    else if (pattern === undefined && !value.includes('{{resolve:'))
      cx.report('pattern', at, { data: { text: value.length > 60 ? `${value.slice(0, 60)}…` : value } });
  }
};
