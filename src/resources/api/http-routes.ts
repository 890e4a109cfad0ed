import { httpRoutes } from '../../model/channel.ts';
import { message } from '../../model/problem.ts';
import { addHttpRoute } from '../../openapi/http-routes.ts';
import { isOpenApi3 } from '../../openapi/version.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';

const NotOpenApi3 = message(
  'http-event-on-swagger',
  'error',
  () =>
    "An HttpApi event refers to this REST API, which needs an OpenAPI 3 document as 'DefinitionBody' then. Use an Api event instead.",
);

/** Builds the routes of HttpApi events into the definition: they may be on a REST API too. */
export const addHttpRoutes = (cx: ApiContext, { document, managed }: Definition): void => {
  const routes = cx.contributions(httpRoutes);
  if (routes.length === 0) return;
  if (!document || managed || !isOpenApi3(cx.props.DefinitionBody ?? undefined)) {
    return cx.fail(NotOpenApi3(), cx.at('DefinitionBody'));
  }
  for (const contribution of routes) {
    const problem = addHttpRoute(document, contribution.item, contribution.cause, false);
    if (problem) cx.blame(contribution, problem);
  }
};
