import { apiPathConditions, apiRoutes, httpRoutes } from '../../model/channel.ts';
import { carry } from '../../model/origin.ts';
import { type Message, message } from '../../model/problem.ts';
import { isMap, isNothing, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { OpenApiDocument } from '../../openapi/document.ts';
import { History } from '../../openapi/fingerprint/index.ts';
import { addHttpRoute } from '../../openapi/http-routes.ts';
import { emptyOpenApi3, isOpenApi3, openApi3Fault } from '../../openapi/version.ts';
import { checkInlineDefinition } from '../definition-check.ts';
import { unreadDefinition } from '../unread-definition.ts';
import type { HttpApiContext } from './index.ts';
import { definitionLocation } from './location.ts';

const TwoDefinitions = message(
  'exclusive-properties',
  'error',
  () => "The API has both 'DefinitionBody' and 'DefinitionUri'; keep one of them.",
);
const NotOpenApi3 = message(
  'invalid-definition',
  'error',
  (what: string) =>
    `${what} cannot be added, because 'DefinitionBody' is not an OpenAPI 3 document: it needs 'openapi' (such as 3.0.1) and a map of 'paths'.`,
);
const NeedsBody = message(
  'definition-not-inline',
  'error',
  (name: string) => `'${name}' needs a definition in the template; it cannot be added to that of 'DefinitionUri'.`,
);

/** What is known of the API's definition: a document that can be edited, or one that stays as it is. */
export interface Definition {
  readonly document: OpenApiDocument | undefined;
  /** What the author wrote where it is not an OpenAPI 3 document; undefined where the template has no definition. */
  readonly body: JsonMap | undefined;
}

/** Opens the definition and adds the routes of all events to it. */
export const openDefinition = (cx: HttpApiContext): Definition => {
  const { DefinitionBody: body, DefinitionUri: uri } = cx.props;
  if (isTruthy(body) && isTruthy(uri)) cx.report(TwoDefinitions(), cx.at('DefinitionUri'));
  const managed = !isTruthy(body) && !isTruthy(uri);
  const given: Json | null | undefined = managed ? emptyOpenApi3() : body;
  const report = (found: Message, at: Parameters<HttpApiContext['report']>[1]): void =>
    cx.report(found, at ?? cx.cause);
  if (!isMap(given) || !isOpenApi3(given)) {
    if (!isNothing(given) && cx.contributions(httpRoutes).length > 0) {
      const unread = unreadDefinition(given, 'The routes of events', cx.beforeBuild);
      if (unread) return cx.fail(unread, cx.at('DefinitionBody'));
      const fault = isMap(given) ? openApi3Fault(given) : undefined;
      return cx.fail(NotOpenApi3('The routes of events'), cx.at('DefinitionBody', fault ?? 'paths'));
    }
    return { document: undefined, body: isMap(given) && isTruthy(given) ? given : undefined };
  }
  // No deployment takes a fingerprint of the document of an HTTP API.
  const document = OpenApiDocument.of(given, report, new History(false));
  if (managed) addConditions(cx, document);
  for (const contribution of cx.contributions(httpRoutes)) {
    const problem = addHttpRoute(document, contribution.item, contribution.cause, managed);
    if (problem) cx.blame(contribution, problem);
  }
  return { document, body: given };
};

/** Paths and methods are there, and depend on their conditions, before they get their integrations. */
const addConditions = (cx: HttpApiContext, document: OpenApiDocument): void => {
  for (const { item, cause } of cx.contributions(apiRoutes)) document.addMethod(item.path, item.method, cause);
  for (const { item } of cx.contributions(apiPathConditions)) {
    document.makePathConditional(item.path, item.condition);
  }
};

/**
 * The document, for something that has to be added to it.
 * @param name the property that adds it
 * @param what what it adds, as the start of a sentence
 */
export const documentFor = (
  cx: HttpApiContext,
  { document, body }: Definition,
  name: string,
  what: string,
): OpenApiDocument => {
  if (document) return document;
  const unread = unreadDefinition(body, what, cx.beforeBuild);
  if (unread) return cx.fail(unread, cx.at(name));
  return cx.fail(body === undefined ? NeedsBody(name) : NotOpenApi3(what), cx.at(name));
};

/** API Gateway warns of a path without a slash, and such a warning may fail the deployment. */
export const mendDefaultRoute = (cx: HttpApiContext, { document }: Definition): void => {
  const paths = document?.paths;
  const route = paths?.get('$default');
  if (!isTruthy(cx.props.FailOnWarnings) || !paths || route === undefined) return;
  const entry = paths.entry('$default');
  paths.delete('$default');
  paths.set('/$default', route, { entry });
};

/** The property of the API that says where its definition is. */
export const definitionOf = (cx: HttpApiContext, { document, body }: Definition): JsonMap => {
  const { DefinitionBody, DefinitionUri } = cx.props;
  const properties = newMap();
  if (isTruthy(DefinitionUri)) properties['BodyS3Location'] = definitionLocation(cx, DefinitionUri!);
  else if (document) properties['Body'] = document.toJson();
  else if (body) carry(cx.properties, 'DefinitionBody', properties, 'Body');
  if (isTruthy(DefinitionBody)) checkInlineDefinition(cx, properties['Body'] ?? null);
  return properties;
};
