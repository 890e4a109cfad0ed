import { embeddedConnectors } from '../codecs/connectors.ts';
import { condition, logicalId } from '../codecs/ids.ts';
import { listOf } from '../codecs/lists.ts';
import { text, wrongFlag } from '../codecs/scalars.ts';
import { tagList, tagMap } from '../codecs/tags.ts';
import { valueAt } from '../language/draft.ts';
import type { Key } from '../language/key.ts';
import { property, set } from '../language/key.ts';

/** Deleting an entry, or replacing it, leaves what it has made. */
const keep: Key = {
  key: 'keep',
  to: ['@DeletionPolicy', '@UpdateReplacePolicy'],
  doc: 'Keeps the resource when it is deleted from the stack, and its old one when it is replaced.',
  examples: ['true'],
  schema: () => ({ const: true }),
  lower: (spot, draft, cx) => {
    if (spot.value !== true) return wrongFlag(spot, "'true', or the key left out", cx);
    for (const target of keep.to) set(draft, target, 'Retain', spot, cx);
  },
  raise: (draft) => {
    const kept = keep.to.every((target) => valueAt(draft, target) === 'Retain');
    return kept ? { value: true, says: keep.to } : undefined;
  },
};

/** All kinds of entries share its schema. */
const connectorsKey: Key = {
  ...property(
    'connectors',
    '@Connectors',
    embeddedConnectors,
    'Connectors by name: SAM writes the permissions that the resource needs on others.',
    '{ToJobs: {to: Jobs, allow: write}}',
  ),
  schema: () => ({ $ref: '#/definitions/embedded-connectors' }),
};

/** What every entry can say. */
export const commonKeys: readonly Key[] = [
  property('when', '@Condition', condition, 'The condition under which the resource exists.', 'IsProd'),
  property('depends-on', '@DependsOn', listOf(logicalId, { keepsOne: true }), 'What has to exist before it.', [
    'Jobs',
    '[Jobs, Orders]',
  ]),
  keep,
  connectorsKey,
];

/** The name of the resource itself; without it CloudFormation makes one up. */
export const nameKey = (to: string, doc = 'The physical name. Without it CloudFormation makes one.'): Key =>
  property('name', to, text, doc, 'orders-${Stage}');

export const descriptionKey = (to = 'Description'): Key =>
  property('description', to, text, 'What it is for.', 'Keeps the orders.');

/** Tags, for types that have them as a list of keys and values, and for those that have a map. */
export const tagsKey = (form: 'list' | 'map', to = 'Tags'): Key =>
  property('tags', to, form === 'list' ? tagList : tagMap, 'Tags by name.', '{team: shop}');
