import { defineResource } from '../../model/plugin.ts';
import { isMap, isTruthy, type Json } from '../../model/tree.ts';
import { toJson, toText } from '../../openapi/fingerprint/index.ts';
import { checkInlineDefinition } from '../definition-check.ts';
import { addAuth } from './auth.ts';
import { permitAuthorizer, readAuthorizers } from './authorizers.ts';
import { addBinaryMediaTypes } from './binary-media-types.ts';
import type { ApiContext } from './context.ts';
import { addCors } from './cors.ts';
import { addDefaultEndpoint } from './default-endpoint.ts';
import { type Definition, definitionOf } from './definition.ts';
import { emitDeployment } from './deployment.ts';
import { emitDomain } from './domain/index.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import { httpRouteEdits } from './http-routes.ts';
import { definitionLocation } from './location.ts';
import { addModels } from './models.ts';
import { useOpenApi3 } from './openapi3.ts';
import { operationEdits } from './operations/index.ts';
import { apiProperties } from './properties.ts';
import { emitRestApi } from './rest-api.ts';
import { authOf } from './settings.ts';
import { emitStage, stageIdOf } from './stage.ts';
import { emitUsagePlan } from './usage-plan.ts';

export const api = defineResource({
  type: 'AWS::Serverless::Api',
  phase: 'api',
  properties: apiProperties,
  expand(cx) {
    const binaryMediaTypes: Json = cx.resolve(cx.props.BinaryMediaTypes ?? null);
    const definition = definitionOf(cx);
    const edits = [...httpRouteEdits(cx, definition), ...operationEdits(cx, definition)];
    // Each event works on what the one before it left.
    for (const edit of edits.sort((left, right) => left.order - right.order)) edit.apply();
    addCors(cx, definition);
    addAuth(cx, definition);
    addGatewayResponses(cx, definition);
    addBinaryMediaTypes(cx, definition, binaryMediaTypes);
    addModels(cx, definition);
    addDefaultEndpoint(cx, definition);
    const text = emitDefinition(cx, definition, binaryMediaTypes);

    const stageId = stageIdOf(cx);
    const domain = emitDomain(cx, stageId);
    emitStage(cx, stageId, emitDeployment(cx, text, domain));
    for (const authorizer of readAuthorizers(cx, authOf(cx) ?? {})) permitAuthorizer(cx, authorizer);
    emitUsagePlan(cx, stageId);
  },
});

/** Emits the API with its definition; gives the definition's text. */
const emitDefinition = (cx: ApiContext, { document }: Definition, binaryMediaTypes: Json): string | undefined => {
  const location = definitionLocation(cx);
  if (location) {
    const place = toJson(location);
    emitRestApi(cx, binaryMediaTypes, isMap(place) ? { BodyS3Location: place } : undefined);
    return toText(location, location.history);
  }
  if (document) useOpenApi3(cx, document);
  const body = document?.toJson();
  if (body !== undefined && isTruthy(cx.props.DefinitionBody)) checkInlineDefinition(cx, body);
  emitRestApi(cx, binaryMediaTypes, body === undefined ? undefined : { Body: body });
  return document?.toText();
};
