import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { eventsOnApi, isIncomplete } from '../facts/apis/api-events.ts';
import { documentsOfApi } from '../facts/apis/document.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

/** What a deployment of one kind of API needs: the entries of the API, and what API Gateway says where there are none. */
interface Needed {
  readonly apiType: string;
  readonly property: string;
  readonly entryType: string;
  /** The properties of an API that can bring entries along. */
  readonly own: readonly string[];
  readonly words: string;
  readonly refusal: string;
}

const needed: Readonly<Record<string, Needed>> = {
  'AWS::ApiGateway::Deployment': {
    apiType: 'AWS::ApiGateway::RestApi',
    property: 'RestApiId',
    entryType: 'AWS::ApiGateway::Method',
    own: ['BodyS3Location', 'CloneFrom'],
    words: 'methods',
    refusal: "The REST API doesn't contain any methods.",
  },
  'AWS::ApiGatewayV2::Deployment': {
    apiType: 'AWS::ApiGatewayV2::Api',
    property: 'ApiId',
    entryType: 'AWS::ApiGatewayV2::Route',
    own: ['BodyS3Location', 'Target'],
    words: 'routes',
    refusal: 'At least one route is required before deploying the Api.',
  },
};

const entriesByApi = oncePerTemplate((cx) =>
  groupBy(
    Object.values(needed).flatMap(({ entryType }) => cx.resources(entryType)),
    (entry) => cx.target(entry.get('RestApiId') ?? entry.get('ApiId'))?.id,
  ),
);

export const apigwDeploymentMethods = defineRule({
  id: 'apigw-deployment-methods',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Deployment of an API without methods or routes',
  description:
    'API Gateway refuses a deployment of an API that has no methods (a REST API) or no routes (an HTTP or WebSocket API). CloudFormation makes a deployment as soon as its API is there: `DependsOn` the methods or routes makes it wait; what a deployment refers to, and what that depends on, counts too. APIs with a `Body` have its paths from the beginning. An `AWS::Serverless::Api` without a definition has the paths of the events that name it with `RestApiId`; events without `RestApiId` belong to `ServerlessRestApi`. A deployment is a snapshot: one that waits for some of the methods or routes only may leave out the others; that is a warning.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
  macros: 'silent',
  messages: {
    partial:
      "'{id}' does not wait for '{entry}', so its stage may lack it until the next deployment. Add '{entry}' to its 'DependsOn'.",
    early: "'{id}' may be made before the {words} of '{api}': {refusal} Add 'DependsOn: {entry}'.",
    none: "'{api}' has no {words}, so API Gateway refuses its deployment '{id}'.",
    unused:
      "'{api}' has no methods, so API Gateway refuses its deployment. Give events 'RestApiId: !Ref {api}', or the API a 'DefinitionBody'.",
    outside:
      "'{api}' is deployed before '{entry}' is made: {refusal} Write the method into the 'DefinitionBody' of '{api}', or make it an event of a function.",
  },
  example: {
    in: 'resources',
    fails: `
Shop:
  Type: AWS::ApiGateway::RestApi
  Properties: {Name: shop}
Ping:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !Ref Shop
    ResourceId: !GetAtt Shop.RootResourceId
    HttpMethod: GET
    AuthorizationType: AWS_IAM
    Integration: {Type: MOCK}
‹Current›:
  Type: AWS::ApiGateway::Deployment
  Properties: {RestApiId: !Ref Shop}
`,
    passes: `
Shop:
  Type: AWS::ApiGateway::RestApi
  Properties: {Name: shop}
Ping:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !Ref Shop
    ResourceId: !GetAtt Shop.RootResourceId
    HttpMethod: GET
    AuthorizationType: AWS_IAM
    Integration: {Type: MOCK}
Current:
  Type: AWS::ApiGateway::Deployment
  DependsOn: Ping
  Properties: {RestApiId: !Ref Shop}
`,
  },
  on: Object.keys(needed),
  check(deployment, cx) {
    const { property, apiType, entryType, own, words, refusal } = needed[deployment.type]!;
    const api = cx.target(deployment.get(property));
    if (api?.type !== apiType || own.some((name) => !api.lacks(name)) || bringsPaths(api, cx)) return;
    const entries = (entriesByApi(cx).get(api.id) ?? []).filter(({ type }) => type === entryType);
    const { id } = deployment;
    const data = { id, api: api.id, words, refusal };
    const written = cx.written(api.id);
    if (written?.type === 'AWS::Serverless::Api') {
      // An event brings its path unless there is an error, which is reported already.
      if (isIncomplete(api, cx) || eventsOnApi(api, cx).length > 0) return;
      const entry = entries[0]?.id ?? '';
      cx.report(entry === '' ? 'unused' : 'outside', written.at, { data: { ...data, entry }, logicalId: api.id });
    } else if (entries.length === 0) cx.report('none', deployment.at, { data, related: [api.at] });
    else if (!entries.some((entry) => dependsOn(cx.template, id, entry.id))) {
      cx.report('early', deployment.at, { data: { ...data, entry: entries[0]!.id }, related: [api.at] });
    } else if (!isDeployedAgain(deployment, api, property, cx)) {
      const left = entries.find(
        (entry) => !dependsOn(cx.template, id, entry.id) && !dependsOn(cx.template, entry.id, id),
      );
      if (!left) return;
      cx.report('partial', deployment.at, { data: { ...data, entry: left.id }, level: 'warning', related: [left.at] });
    }
  },
});

/** Whether another deployment, or a stage that deploys by itself, brings what this one leaves out. */
const isDeployedAgain = (deployment: ResourceNode, api: ResourceNode, property: string, cx: RuleContext): boolean =>
  cx
    .resources(deployment.type)
    .some((other) => other.id !== deployment.id && cx.target(other.get(property))?.id === api.id) ||
  cx
    .resources('AWS::ApiGatewayV2::Stage')
    .some((stage) => cx.target(stage.get('ApiId'))?.id === api.id && !stage.lacks('AutoDeploy'));

/** Whether the document of an API may have a path: it has one, or not all of it is known. */
const bringsPaths = (api: ResourceNode, cx: RuleContext): boolean => {
  if (api.lacks('Body')) return false;
  const documents = documentsOfApi(api, cx);
  return documents.length === 0 || documents.some(({ isComplete, paths }) => !isComplete || paths.length > 0);
};
