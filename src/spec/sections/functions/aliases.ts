import { message } from '../../../model/problem.ts';
import { get, intrinsicName, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { readText } from '../../codecs/gaps.ts';
import { text } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Reading } from '../../language/codec.ts';
import type { Draft } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import type { Facts } from '../../language/section.ts';
import type { Spot } from '../../language/spot.ts';

const SeveralPublished = message(
  'spec-several-published',
  'error',
  (names: readonly string[]) =>
    `A new version can be published to one alias; here are ${names.length}: ${names.join(', ')}. Pin the others to a version.`,
);
const TwoWeights = message(
  'spec-several-weights',
  'error',
  () => 'An alias shares its traffic with one further version; Lambda takes no more.',
);

const says = "'published', a version, or a map with 'version', 'weights' and 'provisioned'";

/** Lowers one alias of `aliases`. */
const lowerAlias = (name: string, spot: Spot, draft: Draft, cx: Reading): void => {
  const { value } = spot;
  const isLong = isMap(value) && intrinsicName(value) === undefined;
  const version = versionAt(isLong ? spot.below('version') : spot, cx);
  if (version === undefined) return wrong(spot, says, cx);
  const provisioned = isLong ? get(value, 'provisioned') : undefined;
  if (version === 'published') {
    set(draft, 'AutoPublishAlias', name, spot, cx);
    if (provisioned !== undefined) {
      set(
        draft,
        'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
        provisioned,
        spot.below('provisioned'),
        cx,
      );
    }
    return;
  }
  const properties: JsonMap = { FunctionName: { Ref: cx.entry }, FunctionVersion: version, Name: name };
  const weights = weightsOf(spot, cx);
  if (weights !== undefined) properties['RoutingConfig'] = { AdditionalVersionWeights: weights };
  if (provisioned !== undefined) {
    properties['ProvisionedConcurrencyConfig'] = { ProvisionedConcurrentExecutions: provisioned };
  }
  cx.add(
    `${cx.entry}Alias${name.replaceAll(/[^A-Za-z0-9]/g, '')}`,
    { Type: 'AWS::Lambda::Alias', Properties: properties },
    spot,
  );
};

const versionAt = (spot: Spot, cx: Reading): Json | undefined => {
  if (isMap(spot.value)) return intrinsicName(spot.value) === undefined ? undefined : spot.value;
  return spot.text === undefined || spot.text === '' ? undefined : readText(spot, cx);
};

const weightsOf = (spot: Spot, cx: Reading): Json[] | undefined => {
  const weights = get(spot.value, 'weights');
  if (weights === undefined) return undefined;
  if (!isMap(weights)) return wrong(spot.below('weights'), "a map of a version and its share, such as '{15: 10%}'", cx);
  if (Object.keys(weights).length > 1) cx.report(TwoWeights(), spot.below('weights').at);
  return Object.keys(weights).flatMap((version) => {
    const share = spot.below('weights').below(version);
    const [, digits] = /^(\d{1,2}(?:\.\d{1,4})?)%$/.exec(share.text ?? '') ?? [];
    if (digits === undefined) {
      wrong(share, "a percentage below 100%, such as '10%'", cx);
      return [];
    }
    return [{ FunctionVersion: version, FunctionWeight: Math.round(Number(digits) * 10_000) / 1_000_000 }];
  });
};

const aliases: Key = {
  key: 'aliases',
  to: ['AutoPublishAlias'],
  doc: 'Aliases by name: one to which new versions are published, others pinned to a version. A pinned one becomes a resource `<Function>Alias<name>`; its version has to exist when it is made.',
  examples: [
    '{live: published, stable: 12}',
    '{live: published, beta: {version: 14, weights: {15: 10%}, provisioned: 5}}',
  ],
  schema: () => ({
    type: 'object',
    additionalProperties: {
      anyOf: [
        {
          type: 'object',
          properties: { version: {}, weights: { type: 'object' }, provisioned: { type: 'integer', minimum: 1 } },
          additionalProperties: false,
        },
        { $ref: '#/definitions/function' },
        { type: ['string', 'integer'] },
      ],
    },
  }),
  perEntry: true,
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (!isMap(value)) return wrong(spot, `a map of aliases, each with ${says}`, cx);
    const published = publishedIn(value);
    if (published.length > 1) return cx.report(SeveralPublished(published), spot.keyAt);
    for (const name of Object.keys(value)) lowerAlias(name, spot.below(name), draft, cx);
  },
  raise: () => undefined,
};

const publishedIn = (aliasMap: JsonMap): string[] =>
  Object.keys(aliasMap).filter((name) => (get(aliasMap[name], 'version') ?? aliasMap[name]) === 'published');

/** Aliases and when a version is published to them. */
export const aliasKeys: readonly Key[] = [
  property('alias', 'AutoPublishAlias', text, 'The alias to which each new version is published.', 'live'),
  aliases,
];

/** What references to a function need to know of it. */
export const functionFacts = (entry: JsonMap | undefined, defaults: Json | undefined): Facts => ({
  ...publishedAlias(entry, defaults),
  lacksUrl: ![entry, get(entry, 'Properties'), defaults].some(
    (from) => get(from, 'url') !== undefined || get(from, 'FunctionUrlConfig') !== undefined,
  ),
});

/** The alias that references without one have to mean. */
export const publishedAlias = (entry: JsonMap | undefined, defaults: Json | undefined): Facts => {
  for (const from of [entry, defaults]) {
    const direct = get(from, 'alias') ?? get(from, 'AutoPublishAlias');
    if (direct !== undefined) return { alias: isString(direct) ? direct : '' };
    const map = get(from, 'aliases');
    const [published] = isMap(map) ? publishedIn(map) : [];
    if (published !== undefined) return { alias: published };
  }
  return {};
};
