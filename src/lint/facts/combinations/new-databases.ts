import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { ownWay } from '../templates/ways.ts';
import { scenariosOf } from './presence.ts';
import { databaseSources } from './services.ts';

/** What a database is made from, if it is not new: it has its user and its storage from there. */
const origins = [
  ...databaseSources,
  'DBClusterIdentifier',
  'GlobalClusterIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];

/** How some properties can be together in a new database: each as a function that gives the value of a property. */
export function* newDatabases(
  database: ResourceNode,
  names: readonly string[],
  cx: RuleContext,
): Iterable<(name: string) => Json | undefined> {
  const own = origins.filter((name) => !database.lacks(name));
  for (const { present } of scenariosOf(database.properties, [...names, ...own], ownWay(database.body), cx)) {
    if (!own.some((name) => present.has(name))) yield (name: string) => cx.resolve(present.get(name));
  }
}
