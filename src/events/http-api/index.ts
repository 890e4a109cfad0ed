import { type HttpRoute, httpDefaultRoutes, httpRouteSettings, httpRoutes } from '../../model/channel.ts';
import { carry } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { get, isList, isTruthy, type Json, newMap } from '../../model/tree.ts';
import { integer, list, literal, loose, object, strict, string } from '../../schema/property.ts';
import { routeSettingsShape } from '../../schema/route-settings.ts';
import { hostCondition } from '../host-condition.ts';
import { securityOf } from './auth.ts';
import { definitionOf, isDefaultRoute } from './definition.ts';
import { permitRoute } from './permission.ts';
import { routeOf, settingsOf } from './route.ts';

const authShape = object({
  Authorizer: loose(string, "The name of an authorizer of the API, AWS_IAM or NONE; the API's default without it.", {
    early: true,
  }),
  AuthorizationScopes: loose(list, 'The scopes that a token must have.'),
});

const properties = {
  ApiId: strict(string, 'The HTTP API; the implicit one without it.', { early: true }),
  Path: literal(string, "The path of the route; '$default' when there is no method either."),
  Method: literal(string, 'The HTTP method, or ANY.'),
  Stage: strict(string, 'The stage; it has no effect.'),
  Auth: strict(authShape, 'Who may take the route.'),
  TimeoutInMillis: strict(integer, 'How long the integration may take.'),
  PayloadFormatVersion: strict(string, 'The version of the payload that the function gets.'),
  RouteSettings: strict(routeSettingsShape, 'Settings of the route.'),
} as const;

export const httpApi = defineEvent({
  type: 'HttpApi',
  hosts: ['function'],
  properties,
  attach(cx) {
    const route = routeOf(cx);
    if (!route) return;
    const { apiId, path, method } = route;
    const settings = settingsOf(cx, route);
    if (settings) cx.contribute(httpRouteSettings, apiId, settings, cx.cause);

    const definition = definitionOf(cx.lookup(apiId)!);
    permitRoute(cx, route, definition);
    if (definition === undefined) return;
    if (isDefaultRoute(path, method)) cx.contribute(httpDefaultRoutes, apiId, cx.host.targetId, cx.cause);
    const integration = newMap();
    for (const [name, to] of [
      ['TimeoutInMillis', 'timeoutInMillis'],
      ['PayloadFormatVersion', 'payloadFormatVersion'],
    ] as const) {
      if (isTruthy(cx.props[name])) carry(cx.properties, name, integration, to);
    }
    cx.contribute(
      httpRoutes,
      apiId,
      {
        path,
        method: method.toLowerCase(),
        written: route.written,
        ...invocationOf(cx.host.arn),
        condition: hostCondition(cx.host),
        security: securityOf(cx, route),
        integration,
      },
      cx.cause,
    );
  },
});

/** API Gateway invokes the function, or its alias, behind the integration's URI. */
const invocationOf = (functionArn: Json): Pick<HttpRoute, 'uri' | 'direct'> => {
  const attribute = get(functionArn, 'Fn::GetAtt');
  const name = isList(attribute) ? attribute.join('.') : String(get(functionArn, 'Ref'));
  return {
    uri: `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}}/invocations`,
    direct: isList(attribute),
  };
};
