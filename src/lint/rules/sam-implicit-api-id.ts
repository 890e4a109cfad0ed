import { implicitApiIds } from '../../model/implicit-apis.ts';
import { defineRule } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { samEvents } from '../facts/events/sam-events.ts';

/** What an event without an API makes, by its type: the id, and the property that names an API of its own. */
const implicit = {
  'AWS::Serverless::Api': { id: implicitApiIds.rest, event: 'Api', property: 'RestApiId' },
  'AWS::Serverless::HttpApi': { id: implicitApiIds.http, event: 'HttpApi', property: 'ApiId' },
} as const;

export const samImplicitApiId = defineRule({
  id: 'sam-implicit-api-id',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'API with the logical id of the implicit one',
  description:
    'Events that name no API share one that SAM makes: `ServerlessRestApi`, or `ServerlessHttpApi` for events of an HTTP API. An API of the template with that logical id is overwritten by it: stage name, authorizers and all other properties are lost silently. Give the API another logical id and name it in the events, or set its properties under `Globals`.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html',
  example: {
    in: 'resources',
    fails: `
‹ServerlessRestApi›:
  Type: AWS::Serverless::Api
  Properties: {StageName: v1}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      List: {Type: Api, Properties: {Path: /orders, Method: get}}`,
    passes: `
Shop:
  Type: AWS::Serverless::Api
  Properties: {StageName: v1}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      List: {Type: Api, Properties: {Path: /orders, Method: get, RestApiId: !Ref Shop}}`,
  },
  messages: {
    taken:
      "'{id}' is the logical id of the API that SAM makes for {event}, so the properties given here are lost; give this API another id, and name it there in '{property}'.",
  },
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  check(api, cx) {
    const { id, event, property } = implicit[api.type as keyof typeof implicit];
    const resources = get(cx.source, 'Resources');
    if (api.id !== id || get(resources, id) === undefined) return;
    for (const { owner, id: eventId, type } of samEvents(cx)) {
      if (type !== event || !owner.lacks('Events', eventId, 'Properties', property)) continue;
      const data = { id, event: `the event '${eventId}' of '${owner.id}'`, property };
      cx.report('taken', cx.keyOf(resources, id), { data, related: [owner.keyPlace('Events', eventId)] });
      return;
    }
  },
});
