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

const alias = (name: string, zone: string) => `Resources:
  Site: {Type: AWS::CloudFront::Distribution}
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Record: {Type: AWS::Route53::RecordSet, Properties: {Name: a.example.com, Type: A, HostedZoneId: !Ref Zone, AliasTarget: {DNSName: ${name}, HostedZoneId: ${zone}}}}
`;
const cname = (name: string, zone: string) => `Parameters: {Domain: {Type: String}}
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: Example.com}}
  Record: {Type: AWS::Route53::RecordSet, Properties: {Type: CNAME, TTL: 60, ResourceRecords: [b.example.com], ${zone}, Name: ${name}}}
`;

tester.run(route53Record, {
  valid: [
    cname('!Ref Domain', 'HostedZoneName: example.com.'),
    cname('a.b.Example.com.', 'HostedZoneId: !Ref Zone'),
    record('HostedZoneId: Z1, TTL: 60, ResourceRecords: [1.2.3.4]'),
    record('HostedZoneId: !If [A, Z1, !Ref AWS::NoValue], HostedZoneName: !If [A, !Ref AWS::NoValue, a.example.com.]'),
    record('HostedZoneId: Z1, Weight: 1, SetIdentifier: a'),
    sam('REGIONAL', 'EvaluateTargetHealth: true, SetIdentifier: a, Region: us-east-1'),
    sam('EDGE', 'EvaluateTargetHealth: false'),
    alias('!GetAtt Site.DomainName', 'Z2FDTNDATAQYW2'),
    alias('!GetAtt Site.DomainName', '!If [A, Z3RFFRIM2A3IF5, Z2FDTNDATAQYW2]'),
    alias('!GetAtt Site.DomainName', '!Ref Given'),
    alias('d-abc.execute-api.us-east-1.amazonaws.com', '!Ref Zone'),
    cname('www.example.com', 'HostedZoneName: example.com.'),
    cname('!Sub "www.${Domain}"', 'HostedZoneName: !Sub "${Domain}."'),
    cname('example.com', 'HostedZoneName: example.com.').replace('CNAME', 'A'),
  ],
  invalid: [
    marked(cname('‹www.example.org›', 'HostedZoneId: !Ref Zone'), {
      messageId: 'outside',
      data: { name: 'www.example.org', zone: 'example.com' },
    }),
    marked(cname('‹badexample.com›', 'HostedZoneName: example.com.'), 'outside'),
    marked(
      record('HostedZoneId: Z1, AliasTarget: {DNSName: b.example.com, HostedZoneId: Z1}').replace(
        'Type: A,',
        '‹Type›: NS,',
      ),
      { messageId: 'unaliased', data: { type: 'NS' } },
    ),
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
    marked(alias('d111111abcdef8.cloudfront.net', '‹Z1234567890›'), {
      messageId: 'zone',
      data: { zone: 'Z2FDTNDATAQYW2' },
    }),
    marked(alias('!GetAtt Site.DomainName', '‹!Ref Zone›'), 'zone'),
    marked(cname('‹example.com›', 'HostedZoneName: example.com.'), {
      messageId: 'apex',
      data: { name: 'example.com' },
    }),
    marked(cname('‹!Ref Domain›', 'HostedZoneName: !Sub "${Domain}."'), 'apex'),
    marked(cname('‹example.com.›', 'HostedZoneId: !Ref Zone'), 'apex'),
  ],
});
