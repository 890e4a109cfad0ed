import { replaceEnclosed } from '../../model/enclosed.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { apiRoutes, routeTypes } from '../facts/apis/routes.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

export const apigwIntegrationRole = defineTemplateRule({
  id: 'apigw-integration-role',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [...routeTypes, 'AWS::ApiGatewayV2::Integration'],
  title: 'Integration with a service of AWS without a role',
  description:
    'A REST API calls services of AWS other than Lambda (SQS, Step Functions, DynamoDB, S3 …) with a role that it is given: `credentials` in a definition, `Credentials` of the integration of a method. Without one API Gateway refuses the integration: "Role ARN must be specified for AWS integrations". So does an HTTP API with an integration that has an `IntegrationSubtype` and no `CredentialsArn`.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html',
  example: {
    in: 'api',
    fails: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      post:
        x-amazon-apigateway-integration:
          type: aws
          httpMethod: POST
          uri: ‹!Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:sqs:path/111122223333/orders'›`,
    passes: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      post:
        x-amazon-apigateway-integration:
          type: aws
          httpMethod: POST
          credentials: arn:aws:iam::111122223333:role/api-sends
          uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:sqs:path/111122223333/orders'`,
  },
  messages: {
    role: "'{route}' calls {service} without a role, and API Gateway refuses that; give the integration '{property}'.",
  },
  check(cx) {
    for (const { kind, name, integration, owner, operation } of apiRoutes(cx)) {
      if (kind !== 'REST' || integration?.type !== 'AWS' || integration.credentials.length > 0) continue;
      const uri = replaceEnclosed(symbolicText(integration.uri, cx), '${', '}', () => '*');
      const service = /^arn:[^:]*:apigateway:[^:]*:([a-z0-9.-]+):(?:path|action)\//.exec(uri)?.[1];
      if (service === undefined || service === 'lambda') continue;
      const data = { route: name, service, property: operation ? 'credentials' : 'Credentials' };
      cx.report('role', integration.uriAt, { data, logicalId: owner.id });
    }
    for (const integration of cx.resources('AWS::ApiGatewayV2::Integration')) {
      for (const { value, at } of integration.lacks('CredentialsArn')
        ? integration.strings('IntegrationSubtype')
        : []) {
        const data = { route: integration.id, service: value, property: 'CredentialsArn' };
        cx.report('role', at, { data, logicalId: integration.id });
      }
    }
  },
});
