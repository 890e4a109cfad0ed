import { ec2PrimaryAddress } from '../../../src/lint/rules/ec2-primary-address.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const card = (properties: string) => `Parameters: {Is: {Type: String}}
Resources:
  Card: {Type: AWS::EC2::NetworkInterface, Properties: {SubnetId: s, ${properties}}}
`;
const web = (type: string, cards: string) => `Resources:
  Web: {Type: ${type}, Properties: ${cards}}
`;
const first = '{PrivateIpAddress: 10.0.0.1, Primary: true}';
const other = '{PrivateIpAddress: 10.0.0.2, Primary: false}';

tester.run(ec2PrimaryAddress, {
  valid: [
    card(`PrivateIpAddresses: [${first}, ${other}]`),
    card(`PrivateIpAddress: 10.0.0.1, PrivateIpAddresses: [${other}]`),
    card('PrivateIpAddress: 10.0.0.1, PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.2, Primary: !Ref Is}]'),
    card('PrivateIpAddress: 10.0.0.1'),
  ],
  invalid: [
    marked(card(`‹PrivateIpAddress›: 10.0.0.1, PrivateIpAddresses: [${first}]`), 'both'),
    marked(card(`‹PrivateIpAddresses›: [${first}, {PrivateIpAddress: 10.0.0.2, Primary: 'true'}]`), 'twice'),
    marked(
      web(
        'AWS::EC2::Instance',
        `{NetworkInterfaces: [{‹PrivateIpAddress›: 10.0.0.1, PrivateIpAddresses: [${first}]}]}`,
      ),
      'both',
    ),
    marked(
      web(
        'AWS::EC2::LaunchTemplate',
        `{LaunchTemplateData: {NetworkInterfaces: [{}, {‹PrivateIpAddress›: 10.0.0.1, PrivateIpAddresses: [${first}]}]}}`,
      ),
      'both',
    ),
  ],
});
