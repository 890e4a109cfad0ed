import { route53Record } from '../../../src/lint/rules/route53-record.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const record = (properties: string) =>
  `Resources: {Record: {Type: AWS::Route53::RecordSet, Properties: {Name: a.example.com, Type: A, ${properties}}}}`;
const sam = (type: string, route: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: {openapi: 3.0.1, paths: {}}
      Domain:
        DomainName: a.example.com
        CertificateArn: c
        EndpointConfiguration: ${type}
        Route53: {HostedZoneId: Z1, ${route}}
`;

tester.run(route53Record, {
  valid: [
    record('HostedZoneId: Z1, TTL: 60, ResourceRecords: [1.2.3.4]'),
    record('HostedZoneId: !If [A, Z1, !Ref AWS::NoValue], HostedZoneName: !If [A, !Ref AWS::NoValue, a.example.com.]'),
    record('HostedZoneId: Z1, Weight: 1, SetIdentifier: a'),
    sam('REGIONAL', 'EvaluateTargetHealth: true, SetIdentifier: a, Region: us-east-1'),
    sam('EDGE', 'EvaluateTargetHealth: false'),
  ],
  invalid: [
    marked(
      record('HostedZoneId: Z1, AliasTarget: {DNSName: d.cloudfront.net, HostedZoneId: Z2FDTNDATAQYW2}').replace(
        'Type: A,',
        '‹Type›: CNAME,',
      ),
      { messageId: 'type', data: { type: 'CNAME' } },
    ),
    marked(sam('EDGE', 'EvaluateTargetHealth: ‹true›'), 'health'),
    marked(sam('REGIONAL', '‹SetIdentifier›: a'), 'routing'),
    marked(sam('REGIONAL', '‹Region›: us-east-1'), { messageId: 'identifier', data: { routing: 'Region' } }),
    marked(record('HostedZoneId: Z1, ‹HostedZoneName›: example.com.'), 'both'),
    marked(record('HostedZoneId: Z1, Region: a, ‹Weight›: 1, SetIdentifier: a'), {
      messageId: 'both',
      data: { one: 'Region', other: 'Weight' },
    }),
  ],
});
