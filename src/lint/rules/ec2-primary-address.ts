import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { get, isList, type Step } from '../../model/tree.ts';
import { type Choice, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow } from '../facts/templates/places.ts';
import { isTrue } from '../facts/texts/scalar.ts';

/** Where a type describes network interfaces of its own. */
const interfaces: ReadonlyMap<string, readonly Step[]> = new Map<string, readonly Step[]>([
  ['AWS::EC2::Instance', ['NetworkInterfaces', '*']],
  ['AWS::EC2::LaunchTemplate', ['LaunchTemplateData', 'NetworkInterfaces', '*']],
]);

export const ec2PrimaryAddress = defineRule({
  id: 'ec2-primary-address',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Network interface with two primary addresses',
  description:
    'A network interface has one primary private address: `PrivateIpAddress`, or the one of `PrivateIpAddresses` with `Primary: true`. EC2 refuses both together, and two with `Primary: true`.',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html',
  macros: 'silent',
  messages: {
    both: "'PrivateIpAddress' is the primary address, and one of 'PrivateIpAddresses' has 'Primary: true'; keep one of them.",
    twice: "Two of 'PrivateIpAddresses' have 'Primary: true'; an interface has one primary address.",
  },
  example: {
    in: 'resources',
    fails: `
Card:
  Type: AWS::EC2::NetworkInterface
  Properties:
    SubnetId: subnet-0123456789abcdef0
    ‹PrivateIpAddress›: 10.0.0.10
    PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.11, Primary: true}]
`,
    passes: `
Card:
  Type: AWS::EC2::NetworkInterface
  Properties:
    SubnetId: subnet-0123456789abcdef0
    PrivateIpAddress: 10.0.0.10
    PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.11, Primary: false}]
`,
  },
  on: [...interfaces.keys(), 'AWS::EC2::NetworkInterface'],
  reads: ['LaunchTemplateData', 'NetworkInterfaces', 'PrivateIpAddresses'],
  check(node, cx) {
    for (const { value: card, at } of cardsOf(node)) {
      if (!isPlainMap(card)) continue;
      const addresses = get(card, 'PrivateIpAddresses');
      if (!isList(addresses)) continue;
      const primary = addresses.filter((address) => isTrue(cx.resolve(get(address, 'Primary'))));
      if (primary.length > 1) cx.report('twice', keyBelow(card, at, 'PrivateIpAddresses'));
      else if (primary.length === 1 && Object.hasOwn(card, 'PrivateIpAddress'))
        cx.report('both', keyBelow(card, at, 'PrivateIpAddress'));
    }
  },
});

const cardsOf = (node: ResourceNode): readonly Choice[] => {
  if (node.type !== 'AWS::EC2::NetworkInterface') return node.all(...interfaces.get(node.type)!);
  return node.lacks('PrivateIpAddresses') ? [] : [{ value: node.properties, at: node.at }];
};
