const awsTypes = [
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::KeyPair::KeyName',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::VPC::Id',
  'AWS::EC2::Volume::Id',
  'AWS::Route53::HostedZone::Id',
];

const lists = ['CommaDelimitedList', 'List<String>', 'List<Number>', ...awsTypes.map((type) => `List<${type}>`)];

/**
 * The types of parameters.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
export const parameterTypes: ReadonlySet<string> = new Set([
  'String',
  'Number',
  ...awsTypes,
  ...lists,
  'AWS::SSM::Parameter::Name',
  ...['String', ...awsTypes, ...lists].map((type) => `AWS::SSM::Parameter::Value<${type}>`),
]);
