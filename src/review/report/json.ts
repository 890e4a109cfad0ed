import type { Row } from '../../diff/permissions/rows.ts';
import type { Cause } from '../../model/origin.ts';
import { jsonText } from '../../report/json-text.ts';
import { toPlace } from '../../report/position.ts';
import { graphOf } from '../graph.ts';
import type { Review } from '../index.ts';

/** Reviews for programs. `version` goes up when something changes its meaning or goes. */
export const toJson = (reviews: readonly { readonly name: string; readonly review: Review }[]): string =>
  jsonText({ version: 1, templates: reviews.map(({ name, review }) => templateOf(review, name)) });

const templateOf = ({ actors, shared, calls, routes, side }: Review, name: string) => {
  const placed = <T extends { readonly at: Cause | undefined }>({ at, ...rest }: T) => ({
    ...rest,
    at: at && toPlace(at, name),
  });
  const permission = ({ effect, kind, action, resource, principal, condition, when, at, principalAt }: Row) => ({
    ...{ effect, kind, action, resource, principal, condition, when },
    at: at && toPlace(at, name),
    principalAt: principalAt && toPlace(principalAt, name),
  });
  const { nodes, edges } = graphOf(side);
  return {
    template: name,
    actors: actors.map(({ rows, ...rest }) => ({ ...rest, permissions: rows.map(permission) })),
    shared: shared.map(({ id, rows }) => ({ id, permissions: rows.map(permission) })),
    calls: calls.map(placed),
    routes: routes.map(placed),
    picture: { nodes: [...nodes.values()], edges },
  };
};
