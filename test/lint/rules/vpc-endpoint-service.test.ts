import { vpcEndpointService } from '../../../src/lint/rules/vpc-endpoint-service.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const endpoint = (service: string, more = '') => `Parameters: {Kind: {Type: String}}
Conditions: {Own: !Equals [!Ref Kind, Interface]}
Resources:
  Door: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: v, ServiceName: ${service}${more}}}
`;
const of = (service: string) => `!Sub 'com.amazonaws.\${AWS::Region}.${service}'`;

tester.run(vpcEndpointService, {
  valid: [
    endpoint(of('s3')),
    endpoint(of('dynamodb'), ', VpcEndpointType: Gateway'),
    endpoint(of('s3express')),
    endpoint(of('sqs'), ', VpcEndpointType: Interface'),
    endpoint(of('sqs'), ', VpcEndpointType: !Ref Kind'),
    endpoint(of('sqs'), ', VpcEndpointType: !If [Own, Interface, Gateway]'),
    endpoint('!If [Own, com.amazonaws.us-east-1.sqs, com.amazonaws.us-east-1.s3]'),
    endpoint('com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0'),
  ],
  invalid: [
    marked(endpoint(`‹${of('sqs')}›`), { messageId: 'gateway', data: { service: 'sqs' } }),
    marked(endpoint('‹com.amazonaws.us-gov-west-1.ecr.api›', ', VpcEndpointType: Gateway'), {
      messageId: 'gateway',
      data: { service: 'ecr.api' },
    }),
    marked(endpoint('‹cn.com.amazonaws.cn-north-1.sqs›'), 'gateway'),
  ],
});
