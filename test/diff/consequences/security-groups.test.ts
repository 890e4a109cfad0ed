import { describe, expect, it } from 'vitest';
import { saidBy } from './said.ts';

describe('security-group-opened', () => {
  const group = (...rules: string[]) => `Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: a
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}${rules.map((each) => `, {${each}}`).join('')}]
`;
  it('is said of what is let in anew', () => {
    expect(
      saidBy('security-group-opened', group(), group('IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0')),
    ).toEqual([
      "error security-group-opened new.yaml:6 The security group 'Group' now allows the whole internet (0.0.0.0/0) on tcp port 22.",
    ]);
    expect(saidBy('security-group-opened', group(), group('IpProtocol: "-1", CidrIp: 192.168.0.0/16'))[0]).toMatch(
      /^warning .* now allows 192\.168\.0\.0\/16 on all ports\.$/,
    );
    expect(saidBy('security-group-opened', group('IpProtocol: "-1", CidrIp: 192.168.0.0/16'), group())).toEqual([]);
    expect(
      saidBy('security-group-opened', group(), group('IpProtocol: tcp, FromPort: 22, CidrIp: 0.0.0.0/0'))[0],
    ).toMatch(/the whole internet \(0\.0\.0\.0\/0\) on tcp ports from 22\.$/);
    const apart = `${group()}  Rule: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 1, ToPort: 9, CidrIp: 10.0.0.0/8}}\n`;
    expect(saidBy('security-group-opened', group(), apart)[0]).toContain(
      "The security group 'Group' now allows 10.0.0.0/8 on tcp ports 1 to 9.",
    );
  });

  const only = (...rules: string[]) =>
    `Resources:\n  S: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, SecurityGroupIngress: [${rules.map((each) => `{${each}}`).join(', ')}]}}\n`;
  const tcp = (first: number | string, last: number | string, source = 'CidrIp: 0.0.0.0/0') =>
    `IpProtocol: tcp, FromPort: ${first}, ToPort: ${last}, ${source}`;
  const all = (source: string) => `IpProtocol: '-1', ${source}`;
  const from = (cidr: string) => `CidrIp: ${cidr}`;

  it.each<[why: string, before: string[], after: string[]]>([
    ['all protocols to one port', [all(from('0.0.0.0/0'))], [tcp(443, 443)]],
    ['fewer ports', [tcp(80, 90)], [tcp(80, 85)]],
    ['all ports to one', [tcp(0, 65535)], [tcp(443, 443)]],
    ['all ports to one that a parameter names', [tcp(0, 65535)], [tcp('!Ref Port', '!Ref Port')]],
    ['the internet to a network', [tcp(443, 443)], [tcp(443, 443, from('10.0.0.0/8'))]],
    ['the internet to a network of a parameter', [tcp(443, 443)], [tcp(443, 443, 'CidrIp: !Ref Net')]],
    ['the internet to a group', [tcp(443, 443)], [tcp(443, 443, 'SourceSecurityGroupId: sg-1')]],
    ['a network to a part of it', [tcp(1, 9, from('10.0.0.0/8'))], [tcp(1, 9, from('10.1.0.0/16'))]],
    ['the same network, written otherwise', [tcp(1, 9, from('10.0.0.0/8'))], [tcp(1, 9, from('10.9.9.9/8'))]],
    ['a protocol by its number', [tcp(443, 443)], ["IpProtocol: '6', FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0"]],
    ['one rule in two', [tcp(80, 90)], [tcp(80, 85), tcp(86, 90)]],
    ['two rules in one', [tcp(80, 85), tcp(86, 90)], [tcp(80, 90)]],
    ['two networks in one', [all(from('10.0.0.0/9')), all(from('10.128.0.0/9'))], [tcp(1, 2, from('10.0.0.0/8'))]],
    [
      'networks and ports together',
      [tcp(1, 5, from('10.0.0.0/8')), tcp(6, 9, from('10.0.0.0/9')), tcp(4, 9, from('10.128.0.0/9'))],
      [tcp(1, 9, from('10.0.0.0/8'))],
    ],
    ['IPv6', [tcp(1, 9, "CidrIpv6: '::/0'")], [tcp(1, 9, "CidrIpv6: '2001:db8::1/128'")]],
    [
      'IPv6, written otherwise',
      [tcp(1, 9, "CidrIpv6: '2001:db8::/32'")],
      [tcp(1, 9, "CidrIpv6: '2001:0DB8:0:0:0:0:0:0/32'")],
    ],
    [
      'all types of ICMP to one',
      ['IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0'],
      ['IpProtocol: icmp, FromPort: 8, ToPort: 0, CidrIp: 0.0.0.0/0'],
    ],
  ])('is not said of what was let in before: %s', (_, before, after) => {
    const parameters = 'Parameters: {Port: {Type: String}, Net: {Type: String}}\n';
    expect(saidBy('security-group-opened', parameters + only(...before), parameters + only(...after))).toEqual([]);
  });

  it.each<[before: string[], after: string[], what: string]>([
    [[tcp(443, 443)], [all(from('0.0.0.0/0'))], 'error … the whole internet (0.0.0.0/0) on all ports'],
    [
      [tcp(0, 65535)],
      ['IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0'],
      'error … the whole internet (0.0.0.0/0) on udp port 53',
    ],
    [[tcp(80, 85)], [tcp(80, 90)], 'error … the whole internet (0.0.0.0/0) on tcp ports 80 to 90'],
    [[tcp(80, 85), tcp(87, 90)], [tcp(80, 90)], 'error … the whole internet (0.0.0.0/0) on tcp ports 80 to 90'],
    [[tcp(1, 9, from('10.1.0.0/16'))], [tcp(1, 9, from('10.0.0.0/8'))], 'warning … 10.0.0.0/8 on tcp ports 1 to 9'],
    [[tcp(1, 9, from('10.0.0.0/8'))], [tcp(1, 9, from('11.0.0.0/8'))], 'warning … 11.0.0.0/8 on tcp ports 1 to 9'],
    [[tcp(1, 9, from('10.0.0.0/9'))], [tcp(1, 9, 'CidrIp: !Ref Net')], 'warning … ${Net} on tcp ports 1 to 9'],
    [[tcp(1, 9, 'CidrIp: !Ref Net')], [tcp(1, 9, from('10.0.0.0/8'))], 'warning … 10.0.0.0/8 on tcp ports 1 to 9'],
    [[tcp(1, 9)], [tcp(1, 9, "CidrIpv6: '::/0'")], 'error … the whole internet (::/0) on tcp ports 1 to 9'],
    [[tcp(1, 9)], [tcp(1, 9, 'SourcePrefixListId: pl-1')], 'warning … pl-1 on tcp ports 1 to 9'],
    [
      [tcp(1, 9, 'SourceSecurityGroupId: sg-1')],
      [tcp(1, 9, 'SourceSecurityGroupId: sg-2')],
      'warning … sg-2 on tcp ports 1 to 9',
    ],
    [
      [tcp(1, 9, 'SourceSecurityGroupId: sg-1')],
      [tcp(1, 9, from('10.0.0.0/8'))],
      'warning … 10.0.0.0/8 on tcp ports 1 to 9',
    ],
    [
      ['IpProtocol: icmp, FromPort: 8, ToPort: 0, CidrIp: 0.0.0.0/0'],
      ['IpProtocol: icmp, FromPort: 3, ToPort: -1, CidrIp: 0.0.0.0/0'],
      'error … the whole internet (0.0.0.0/0) on icmp type 3',
    ],
  ])('is said of what was let in in part only: %j → %j', (before, after, what) => {
    const parameters = 'Parameters: {Net: {Type: String}}\n';
    const [level, rest] = what.split(' … ');
    expect(saidBy('security-group-opened', parameters + only(...before), parameters + only(...after))).toEqual([
      `${level} security-group-opened new.yaml:3 The security group 'S' now allows ${rest}.`,
    ]);
  });

  it('compares rules that stand apart, and those of groups outside of the template', () => {
    const apart = (group: string, rule: string) =>
      `Resources:\n  S: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}\n  Rule: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: ${group}, ${rule}}}\n`;
    expect(saidBy('security-group-opened', apart('!Ref S', tcp(1, 100)), apart('!Ref S', tcp(22, 22)))).toEqual([]);
    expect(saidBy('security-group-opened', apart('!Ref S', tcp(1, 100)), only(tcp(22, 22)))).toEqual([]);
    expect(
      saidBy(
        'security-group-opened',
        apart('sg-1', tcp(1, 9, from('10.0.0.0/8'))),
        apart('sg-1', tcp(1, 10, from('10.0.0.0/8'))),
      ),
    ).toEqual([
      "warning security-group-opened new.yaml:3 The security group 'sg-1' now allows 10.0.0.0/8 on tcp ports 1 to 10.",
    ]);
  });

  it('says perhaps of a rule that a condition decides, which covers nothing for certain', () => {
    const on = (rules: string) =>
      `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\n${only().replace('[]', `[${rules}]`)}`;
    const conditional = on(`!If [C, {${tcp(1, 9)}}, !Ref AWS::NoValue]`);
    expect(saidBy('security-group-opened', on(''), conditional)).toEqual([
      "error security-group-opened new.yaml:4 The security group 'S' now perhaps allows the whole internet (0.0.0.0/0) on tcp ports 1 to 9.",
    ]);
    expect(saidBy('security-group-opened', conditional, on(`{${tcp(1, 9)}}`))).toHaveLength(1);
    expect(saidBy('security-group-opened', conditional, conditional.replace('ToPort: 9', 'ToPort: 8'))).toEqual([]);
  });
});
