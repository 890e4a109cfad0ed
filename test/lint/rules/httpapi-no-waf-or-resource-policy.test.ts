import { httpapiNoWafOrResourcePolicy } from '../../../src/lint/rules/httpapi-no-waf-or-resource-policy.ts';
import { http, httpBody, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const association = (arn: string): string =>
  http(`W: {Type: AWS::WAFv2::WebACLAssociation, Properties: {WebACLArn: w, ResourceArn: ${arn}}}`);
const stage = http(
  'S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: s, ClientCertificateId: c}}',
);

tester.run(httpapiNoWafOrResourcePolicy, {
  valid: [
    association("!Sub 'arn:aws:apigateway:${AWS::Region}::/restapis/${Rest}/stages/prod'"),
    association('!GetAtt LoadBalancer.Arn'),
    restBody('x-amazon-apigateway-policy: {Statement: []}'),
    stage.replace(': HTTP', ': WEBSOCKET'),
  ],
  invalid: [
    {
      template: association("!Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/apis/${Api}/stages/$default'"),
      problems: [{ messageId: 'waf', line: 3, column: 84 }],
    },
    {
      template: association("!Sub 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/prod'"),
      problems: [{ messageId: 'waf', line: 3, column: 84 }],
    },
    {
      template: httpBody('x-amazon-apigateway-policy: {Statement: []}'),
      problems: [{ messageId: 'policy', line: 5, column: 14, endColumn: 40 }],
    },
    { template: stage, problems: [{ messageId: 'certificate', line: 3, column: 83, endColumn: 102 }] },
    {
      template: `Resources:
  H: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {ResourcePolicy: {IpRangeBlacklist: [10.0.0.0/8]}}}}
`,
      problems: [{ messageId: 'policy', line: 2, column: 59, endColumn: 73 }],
    },
  ],
});
