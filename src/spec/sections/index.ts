import type { Kind, Section } from '../language/section.ts';
import { alarms } from './alarms/index.ts';
import { apis } from './apis/index.ts';
import { apps } from './apps.ts';
import { buckets } from './buckets.ts';
import { buses } from './buses.ts';
import { capacityProviders } from './capacity-providers.ts';
import { connectors } from './connectors.ts';
import { eventRules } from './event-rules.ts';
import { functions } from './functions/index.ts';
import { keys } from './keys.ts';
import { layers } from './layers.ts';
import { logGroups } from './log-groups.ts';
import { machines } from './machines.ts';
import { policies } from './policies.ts';
import { queues } from './queues.ts';
import { roles } from './roles.ts';
import { streams } from './streams.ts';
import { tables } from './tables/index.ts';
import { topics } from './topics.ts';

/** Every section of entries, in the order in which they are printed. */
export const sections: readonly Section[] = [
  functions,
  apis,
  layers,
  machines,
  apps,
  connectors,
  tables,
  queues,
  topics,
  buckets,
  streams,
  buses,
  eventRules,
  roles,
  policies,
  keys,
  logGroups,
  alarms,
  capacityProviders,
];

const byName = new Map(sections.map((section) => [section.name, section]));

export const sectionNamed = (name: string): Section | undefined => byName.get(name);

const byType = new Map(
  sections.flatMap((section) => section.kinds.map((kind) => [kind.type, { section, kind }] as const)),
);

/** The section and kind of entry that a resource type is. */
export const kindOfType = (type: string): { section: Section; kind: Kind } | undefined => byType.get(type);
