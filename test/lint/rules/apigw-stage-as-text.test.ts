import { apigwStageAsText } from '../../../src/lint/rules/apigw-stage-as-text.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const sam = (further: string, stage = 'v1') => `Transform: AWS::Serverless-2016-10-31
Parameters: {Name: {Type: String}}
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: ${stage}, DefinitionBody: {openapi: 3.0.1, paths: {}}}}
${further}`;
const plan = (stage: string, api = '!Ref Api') => `  Plan:
    Type: AWS::ApiGateway::UsagePlan
    Properties: {ApiStages: [{ApiId: ${api}, Stage: ${stage}}]}
`;
const key = (stage: string, more = '') => `  Key:
    Type: AWS::ApiGateway::ApiKey
${more}    Properties: {StageKeys: [{RestApiId: !Ref Api, StageName: ${stage}}]}
`;
const plain = (mapping: string) => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Live: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: live}}
  Mapping: {Type: AWS::ApiGatewayV2::ApiMapping, Properties: {ApiId: !Ref Api, DomainName: a.example.com, Stage: ${mapping}}}
`;

tester.run(apigwStageAsText, {
  valid: [
    sam(plan('!Ref Api.Stage') + key('!Ref Api.Stage')),
    sam(plan('v1', 'abc123')),
    sam(plan('other')),
    sam(key('v1', '    DependsOn: Apiv1Stage\n')),
    plain('!Ref Live'),
    plain('$default'),
  ],
  invalid: [
    marked(
      sam(plan('‹v1›')),
      { messageId: 'text', data: { reference: 'Api.Stage' } },
      { output: sam(plan('!Ref Api.Stage')) },
    ),
    marked(sam(key("‹'v1'›")), 'text', { output: sam(key('!Ref Api.Stage')) }),
    // The same reference gives the same name, and no order either.
    marked(sam(plan('‹!Ref Name›'), '!Ref Name'), 'text'),
    marked(plain('‹live›'), { messageId: 'text', data: { reference: 'Live' } }, { output: plain('!Ref Live') }),
  ],
});
