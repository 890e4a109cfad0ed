import { defineRule } from '../../model/rule.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

const methodsByApi = oncePerTemplate((cx) =>
  groupBy(cx.resources('AWS::ApiGateway::Method'), (method) => cx.target(method.get('RestApiId'))?.id),
);

export const apigwDeploymentMethods = defineRule({
  id: 'apigw-deployment-methods',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Deployment that does not wait for the methods of its API',
  description:
    'CloudFormation makes a deployment as soon as its API is there, and API Gateway refuses it while the API has no methods. `DependsOn` the methods makes it wait; what a deployment refers to, and what that depends on, counts too. APIs with a `Body` have their methods from the beginning.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
  macros: 'silent',
  messages: {
    early:
      "'{id}' may be made before the methods of '{api}': The REST API doesn't contain any methods. Add 'DependsOn: {method}'.",
    none: "'{api}' has no methods, so API Gateway refuses its deployment '{id}'.",
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
  on: ['AWS::ApiGateway::Deployment'],
  check(deployment, cx) {
    const api = cx.target(deployment.get('RestApiId'));
    if (api?.type !== 'AWS::ApiGateway::RestApi') return;
    if (['Body', 'BodyS3Location', 'CloneFrom'].some((name) => !api.lacks(name))) return;
    const methods = methodsByApi(cx).get(api.id) ?? [];
    const { id } = deployment;
    const related = [api.at];
    if (methods.length === 0) cx.report('none', deployment.at, { data: { id, api: api.id }, related });
    else if (!methods.some((method) => dependsOn(cx.template, id, method.id))) {
      cx.report('early', deployment.at, { data: { id, api: api.id, method: methods[0]!.id }, related });
    }
  },
});
