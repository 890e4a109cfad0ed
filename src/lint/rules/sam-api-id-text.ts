import { defineTemplateRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { samEvents } from '../facts/events/sam-events.ts';

/** The property of an event that names its API, by the type of the event. */
const properties: ReadonlyMap<string, string> = new Map([
  ['Api', 'RestApiId'],
  ['HttpApi', 'ApiId'],
]);

export const samApiIdText = defineTemplateRule({
  id: 'sam-api-id-text',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  needs: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  title: 'API of an event named by a text',
  description:
    'SAM adds the route to the API whose logical ID is given as text in `RestApiId` or `ApiId`, but takes the same text for the id of the API in the permission, which then names an API that does not exist: API Gateway may not invoke the function, and requests are answered with 500. Write `!Ref`.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html',
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::Serverless::Api, Properties: {StageName: v1}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      List: {Type: Api, Properties: {Path: /orders, Method: get, RestApiId: ‹Shop›}}`,
    passes: `
Shop: {Type: AWS::Serverless::Api, Properties: {StageName: v1}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      List: {Type: Api, Properties: {Path: /orders, Method: get, RestApiId: !Ref Shop}}`,
  },
  fixes: { text: 'safe' },
  messages: {
    text: "'{property}' is the text '{id}', so the permission for '{id}' names an API that does not exist, and requests are answered with 500; write !Ref {id}.",
  },
  check(cx) {
    for (const { owner, id: eventId, type } of samEvents(cx)) {
      const property = properties.get(type);
      if (property === undefined) continue;
      const path = ['Events', eventId, 'Properties', property];
      const id = owner.get(...path);
      const at = owner.place(...path);
      if (!isString(id) || !cx.written(id) || cx.reported(at)) continue;
      const fix = replaceLiteral({ at, value: id }, { Ref: id });
      cx.report('text', at, { data: { property, id }, fix, logicalId: owner.id, eventId });
    }
  },
});
