import { defineRule } from '../../model/rule.ts';

/** Services that a gateway leads to; the others have endpoints of the type Interface. */
const behindGateways: ReadonlySet<string> = new Set(['dynamodb', 's3', 's3express']);

export const vpcEndpointService = defineRule({
  id: 'vpc-endpoint-service',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Gateway endpoint of a service that has none',
  description:
    'Gateway endpoints, the default of `VpcEndpointType`, lead to Amazon S3 and DynamoDB only. EC2 refuses one for another service; it needs `VpcEndpointType: Interface`.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  macros: 'silent',
  messages: {
    gateway: "There are no gateway endpoints of '{service}'; write 'VpcEndpointType: Interface'.",
  },
  example: {
    in: 'resources',
    fails: `
Queues:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !ImportValue vpc
    ServiceName: ‹!Sub 'com.amazonaws.\${AWS::Region}.sqs'›
`,
    passes: `
Queues:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !ImportValue vpc
    ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.sqs'
    VpcEndpointType: Interface
`,
  },
  on: ['AWS::EC2::VPCEndpoint'],
  reads: ['ServiceName'],
  check(endpoint, cx) {
    if (endpoint.lacks('ServiceName')) return;
    const types = endpoint.strings('VpcEndpointType');
    const isGateway =
      endpoint.lacks('VpcEndpointType') ||
      (endpoint.all('VpcEndpointType').length === 1 && types[0]?.value === 'Gateway');
    if (!isGateway) return;
    for (const { value, at, path } of endpoint.strings('ServiceName')) {
      const [, service] = /^(?:cn\.)?com\.amazonaws\.[a-z]+(?:-[a-z]+)+-\d\.([a-z0-9.-]+)$/.exec(value) ?? [];
      if (service === undefined || behindGateways.has(service) || path.includes('Fn::If')) continue;
      cx.report('gateway', at, { data: { service } });
    }
  },
});
