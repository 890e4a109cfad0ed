import { entryOf, place } from '../../model/origin.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { isMap, isTruthy, type JsonMap, newMap } from '../../model/tree.ts';
import { emitDomain } from '../v2-domain.ts';
import { addAuth, emitPermissions } from './auth.ts';
import { addCors } from './cors.ts';
import { addDefaultEndpoint } from './default-endpoint.ts';
import { definitionOf, mendDefaultRoute, openDefinition } from './definition.ts';
import { addDescription, addTitle } from './info.ts';
import { httpApiProperties } from './properties.ts';
import { emitStage } from './stage.ts';
import { addTags, ownTags } from './tags.ts';

export type HttpApiContext = ResourceContext<typeof httpApiProperties>;

export const httpApi = defineResource({
  type: 'AWS::Serverless::HttpApi',
  phase: 'api',
  properties: httpApiProperties,
  expand(cx) {
    const definition = openDefinition(cx);
    addCors(cx, definition);
    const authorizers = addAuth(cx, definition);
    const tags = addTags(cx, definition);
    addDefaultEndpoint(cx, definition);
    addTitle(cx, definition);
    addDescription(cx, definition);
    mendDefaultRoute(cx, definition);

    const properties: JsonMap = definitionOf(cx, definition);
    if (isTruthy(cx.props.FailOnWarnings)) {
      properties['FailOnWarnings'] = cx.props.FailOnWarnings!;
      place(properties, 'FailOnWarnings', entryOf(cx.properties, 'FailOnWarnings'));
    }
    cx.emit({ id: cx.id, type: 'AWS::ApiGatewayV2::Api', properties, attributes: cx.attributes, cause: cx.cause });

    const stageId = emitStage(cx, tags);
    const domain = isMap(cx.props.Domain) ? cx.resolve(cx.props.Domain) : undefined;
    if (isMap(domain)) {
      // Tags in the definition are passed on whatever `PropagateTags` says.
      const passedOn = isTruthy(cx.props.Tags) ? tags : undefined;
      const domainTags = passedOn ?? Object.assign(newMap(), ownTags);
      emitDomain(cx, domain, { stageId, tags: domainTags, attributes: cx.inherited, recordSets: 'shared' });
    }
    emitPermissions(cx, authorizers);
  },
});
