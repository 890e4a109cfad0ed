/**
 * Beginnings of types whose values CloudFormation takes in any case, although their schema or API lists them in one.
 *
 * - cfn-lint, pull requests 3789 (Batch), 4456 and 4463 (Amazon MQ, addresses, volumes, rules of network ACLs, pools of
 *   IPAM, Resolver), 4540 (ElastiCache, deployed) and 4543 (rules of traffic mirrors); its list `case_insensitive_resources`
 * - aws-cdk issue 31621: constructs of the CDK that write `managed` for Batch, and are deployed
 */
const anyCase = [
  'AWS::AmazonMQ::',
  'AWS::Batch::',
  'AWS::EC2::EIP',
  'AWS::EC2::IPAMPool',
  'AWS::EC2::NetworkAcl',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::TrafficMirrorFilterRule',
  'AWS::EC2::Volume',
  'AWS::ElastiCache::',
  'AWS::ElasticLoadBalancing::',
  'AWS::Route53Resolver::',
];

/**
 * Beginnings of types whose API ignores the case of some values, and for the others it is not known: that of EC2 (see
 * above), that of RDS, which DocumentDB and Neptune share (cfn-lint issue 1438), and that of API Gateway (lambda-cfn of
 * Mapbox deploys methods with the authorization type `None`).
 */
const perhapsAnyCase = ['AWS::ApiGateway::Method', 'AWS::DocDB::', 'AWS::EC2::', 'AWS::Neptune::', 'AWS::RDS::'];

const isOneOf = (type: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => type.startsWith(beginning));

/** The listed value that a value differs from in upper and lower case alone. */
const inOtherCase = (found: string, listed: readonly string[]): string | undefined => {
  const lower = found.toLowerCase();
  return listed.find((value) => value.toLowerCase() === lower);
};

/** Whether a property of a type takes a value: one of those listed for it, in any case where the service ignores case. */
export const takesValue = (type: string, listed: readonly string[], found: string): boolean =>
  listed.includes(found) || (isOneOf(type, anyCase) && inOtherCase(found, listed) !== undefined);

/** The listed value that a property may take in this case too, although that is not documented. */
export const perhapsTaken = (type: string, listed: readonly string[], found: string): string | undefined =>
  isOneOf(type, perhapsAnyCase) ? inOtherCase(found, listed) : undefined;
