import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { endpointTypes } from '../facts/apis/kind.ts';
import { arnParts } from '../facts/arns/parts.ts';

/** A place that takes a certificate of us-east-1. */
interface CertificatePlace {
  readonly type: string;
  readonly path: readonly string[];
  readonly what: string;
  readonly applies?: (node: ResourceNode) => boolean;
}

const isEdge = (node: ResourceNode): boolean => endpointTypes(node)?.has('EDGE') ?? false;

const places: readonly CertificatePlace[] = [
  {
    type: 'AWS::CloudFront::Distribution',
    path: ['DistributionConfig', 'ViewerCertificate', 'AcmCertificateArn'],
    what: 'A distribution',
  },
  {
    type: 'AWS::ApiGateway::DomainName',
    path: ['CertificateArn'],
    what: 'A domain with the endpoint type EDGE',
    applies: isEdge,
  },
  { type: 'AWS::AppSync::DomainName', path: ['CertificateArn'], what: 'A domain of AppSync' },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    path: ['CustomDomainConfig', 'CertificateArn'],
    what: 'A domain of a user pool',
  },
];

const home = 'us-east-1';

export const edgeCertificateRegion = defineTemplateRule({
  id: 'edge-certificate-region',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: places.map(({ type }) => type),
  title: 'Certificate of CloudFront outside of us-east-1',
  description:
    'CloudFront takes certificates of ACM from us-east-1 only. That goes for distributions, and for domains that a distribution of AWS serves: those of an API with the endpoint type `EDGE` (the default of `Domain` of a SAM API is `REGIONAL`, that of an `AWS::ApiGateway::DomainName` is `EDGE`), of AppSync and of user pools. A certificate that the template makes itself is in the Region of the stack.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  example: {
    in: 'resources',
    fails: `
Domain:
  Type: AWS::ApiGateway::DomainName
  Properties:
    DomainName: api.example.com
    CertificateArn: ‹arn:aws:acm:eu-west-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab›`,
    passes: `
Domain:
  Type: AWS::ApiGateway::DomainName
  Properties:
    DomainName: api.example.com
    CertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  messages: {
    region: '{what} takes a certificate of us-east-1 only; this one is of {region}.',
  },
  check(cx) {
    if (cx.partition !== 'aws') return;
    for (const { type, path, what, applies } of places) {
      for (const node of cx.resources(type)) {
        if (applies && !applies(node)) continue;
        for (const { value, at } of node.all(...path)) {
          const region = regionOf(value, cx);
          if (region === undefined || region === home) continue;
          cx.report('region', at, { data: { what, region }, logicalId: node.id });
        }
      }
    }
  },
});

const regionOf = (value: Parameters<typeof arnParts>[0], cx: RuleContext): string | undefined => {
  if (cx.target(value)?.type === 'AWS::CertificateManager::Certificate') return cx.region;
  const parts = arnParts(value, cx);
  return parts?.service === 'acm' && /^[a-z]+(-[a-z]+)+-\d$/.test(parts.region ?? '') ? parts.region : undefined;
};
