import { isString } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { wrong } from './wrong.ts';

/** Short names for the types that most parameters have. */
const shortTypes: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  list: 'CommaDelimitedList',
  numbers: 'List<Number>',
  subnets: 'List<AWS::EC2::Subnet::Id>',
  subnet: 'AWS::EC2::Subnet::Id',
  'security-groups': 'List<AWS::EC2::SecurityGroup::Id>',
  'security-group': 'AWS::EC2::SecurityGroup::Id',
  vpc: 'AWS::EC2::VPC::Id',
  ssm: 'AWS::SSM::Parameter::Value<String>',
  'ssm-list': 'AWS::SSM::Parameter::Value<List<String>>',
  'hosted-zone': 'AWS::Route53::HostedZone::Id',
  'key-pair': 'AWS::EC2::KeyPair::KeyName',
  'availability-zones': 'List<AWS::EC2::AvailabilityZone::Name>',
};
const shortNames = new Map(Object.entries(shortTypes).map(([short, long]) => [long, short]));

const says = `${Object.keys(shortTypes).slice(0, 4).join(', ')}, another short name, or a type such as 'AWS::EC2::Image::Id'`;

/** The type of a parameter. */
export const parameterType: Codec = {
  says,
  schema: () => ({
    anyOf: [{ enum: Object.keys(shortTypes) }, { type: 'string', pattern: '^(AWS::|List<|String$|Number$|Comma)' }],
  }),
  read: (spot, cx) => {
    const { text } = spot;
    const long = text !== undefined && Object.hasOwn(shortTypes, text) ? shortTypes[text] : undefined;
    if (long !== undefined) return long;
    if (text !== undefined && /^(?:AWS::|List<|String$|Number$|CommaDelimitedList$)/.test(text)) return text;
    return wrong(spot, says, cx, Object.keys(shortTypes));
  },
  write: (value) =>
    isString(value) ? (shortNames.get(value) ?? (/^(?:AWS::|List<)/.test(value) ? value : undefined)) : undefined,
};
