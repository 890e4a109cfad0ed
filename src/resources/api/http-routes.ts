import { httpRoutes } from '../../model/channel.ts';
import { message } from '../../model/problem.ts';
import { isNothing } from '../../model/tree.ts';
import { addHttpRoute } from '../../openapi/http-routes.ts';
import { isOpenApi3, isVersion3, versionText } from '../../openapi/version.ts';
import type { ApiContext } from './context.ts';
import type { Definition, DefinitionEdit } from './definition.ts';

const NotOpenApi3 = message(
  'http-event-on-swagger',
  'error',
  () =>
    "An HttpApi event refers to this REST API, which therefore needs an OpenAPI 3 document (in 'DefinitionBody', or by 'OpenApiVersion'). Use an Api event instead.",
);

/** How the routes of HttpApi events are built into the definition: they may be on a REST API too. */
export const httpRouteEdits = (cx: ApiContext, { document, managed }: Definition): DefinitionEdit[] => {
  const routes = cx.contributions(httpRoutes);
  // A definition that stands in S3 gets no routes; the permissions of the events stay.
  if (routes.length === 0 || (!managed && isNothing(cx.props.DefinitionBody))) return [];
  const isVersion3Document = managed
    ? isVersion3(versionText(cx.properties, 'OpenApiVersion'))
    : isOpenApi3(cx.props.DefinitionBody ?? undefined);
  if (!document || !isVersion3Document) {
    return cx.fail(NotOpenApi3(), cx.at('DefinitionBody'));
  }
  return routes.map((contribution) => ({
    order: contribution.order,
    apply: () => {
      const problem = addHttpRoute(document, contribution.item, contribution.cause, managed);
      if (problem) cx.blame(contribution, problem);
    },
  }));
};
