import { anyMethod } from '../../model/api-extensions.ts';
import { httpDefaultRoutes } from '../../model/channel.ts';
import { sub } from '../../model/intrinsics.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import type { JsonMap } from '../../model/tree.ts';
import { permitInvocation } from '../permission.ts';
import { defaultRouteGoesTo } from './definition.ts';
import { defaultPath, type Route } from './route.ts';

/**
 * Lets the API invoke the function for a route. A function that gets the default route too may be invoked for every
 * route already.
 */
export const permitRoute = (cx: AnyEventContext, route: Route, definition: JsonMap | undefined): void => {
  const path = route.path.replace(/^(.+)\/$/, '$1');
  if (path !== defaultPath && definition && hasDefaultRoute(cx, route, definition)) return;
  permitInvocation(cx, 'apigateway.amazonaws.com', { SourceArn: sourceArn({ ...route, path }) });
};

const hasDefaultRoute = (cx: AnyEventContext, { apiId }: Route, definition: JsonMap): boolean => {
  const { functionId, targetId } = cx.host;
  if (functionId !== targetId) return false;
  const given = defaultRouteGoesTo(definition, functionId);
  return given ?? cx.contributions(httpDefaultRoutes, apiId)[0]?.item === functionId;
};

const sourceArn = ({ api, path, method }: Route): JsonMap => {
  const any = method.toLowerCase() === 'any' || method.toLowerCase() === anyMethod;
  // Path parameters stand for anything; API Gateway knows the default route by no path.
  const resource = path === defaultPath ? '' : path.replace(/\{(?:[a-zA-Z0-9._-]+|proxy\+)\}/g, '*');
  const suffix =
    method.toLowerCase() === 'any' && resource === `/${defaultPath}`
      ? resource
      : `/${any ? '*' : method.toUpperCase()}${resource}`;
  return sub(
    `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}${suffix}`,
    { __ApiId__: api, __Stage__: '*' },
  );
};
