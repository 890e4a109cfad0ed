import { cfnDifferentParents } from '../../../src/lint/rules/cfn-different-parents.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const network = (resource: string) => `Parameters:
  Vpc: {Type: AWS::EC2::VPC::Id}
Conditions: {Own: !Equals [!Ref Vpc, own]}
Resources:
  One: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Two: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  SubnetOne: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref One, CidrBlock: 10.0.0.0/24}}
  SubnetTwo: {Type: AWS::EC2::Subnet, Properties: {VpcId: !GetAtt Two.VpcId, CidrBlock: 10.1.0.0/24}}
  SubnetGiven: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.2.0.0/24}}
  SubnetFixed: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-11111111, CidrBlock: 10.3.0.0/24}}
  GroupOne: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref One, GroupDescription: one}}
  GroupTwo: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Two, GroupDescription: two}}
  GroupFixed: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: vpc-22222222, GroupDescription: fixed}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Two}}
  ${resource}
`;
const fn = (subnets: string, groups: string) =>
  network(
    `Fn: {Type: AWS::Lambda::Function, Properties: {VpcConfig: {SubnetIds: [${subnets}], SecurityGroupIds: [${groups}]}}}`,
  );
const cards = (items: string) =>
  network(`Web: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {NetworkInterfaces: [${items}]}}}`);
const api = (resource: string) => `Resources:
  One: {Type: AWS::ApiGateway::RestApi, Properties: {Name: one}}
  Two: {Type: AWS::ApiGateway::RestApi, Properties: {Name: two}}
  Deployed: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref One}}
  Users: {Type: AWS::ApiGateway::Authorizer, Properties: {RestApiId: !Ref Two}}
  ${resource}
`;

tester.run(cfnDifferentParents, {
  valid: [
    fn('!Ref SubnetOne', '!Ref GroupOne'),
    fn('!GetAtt SubnetTwo.SubnetId', '!GetAtt GroupTwo.GroupId'),
    fn('!Ref SubnetGiven', '!Ref GroupTwo'),
    fn('!Ref SubnetFixed', '!Ref GroupTwo'),
    fn('!If [Own, !Ref SubnetOne, !Ref SubnetTwo]', '!Ref GroupTwo'),
    // Each interface may be in a network of its own.
    cards('{SubnetId: !Ref SubnetOne, Groups: [!Ref GroupOne]}, {SubnetId: !Ref SubnetTwo, Groups: [!Ref GroupTwo]}'),
    api('Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref One, DeploymentId: !Ref Deployed}}'),
    api('Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !ImportValue a, DeploymentId: !Ref Deployed}}'),
  ],
  invalid: [
    marked(fn('!Ref SubnetTwo', '‹!Ref GroupOne›'), {
      messageId: 'differ',
      data: { id: 'GroupOne', what: 'the network', found: 'One', path: 'SubnetIds', wanted: 'Two' },
    }),
    marked(fn('!Ref SubnetOne, ‹!Ref SubnetTwo›', '!Ref GroupOne'), 'differ'),
    marked(fn('!Ref SubnetFixed', '‹!Ref GroupFixed›'), {
      messageId: 'differ',
      data: { found: 'vpc-22222222', wanted: 'vpc-11111111' },
    }),
    marked(cards('{SubnetId: !Ref SubnetOne, Groups: [‹!Ref GroupTwo›]}'), 'differ'),
    marked(
      network(
        'At: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref SubnetOne, RouteTableId: ‹!Ref Table›}}',
      ),
      'differ',
    ),
    marked(
      network('End: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref One, SubnetIds: [‹!Ref SubnetTwo›]}}'),
      { messageId: 'own', data: { id: 'SubnetTwo', found: 'Two', path: 'VpcId', wanted: 'One' } },
    ),
    marked(
      api('Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Two, DeploymentId: ‹!Ref Deployed›}}'),
      { messageId: 'own', data: { id: 'Deployed', what: 'the API', found: 'One', wanted: 'Two' } },
    ),
    marked(
      api(
        'Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref One, ResourceId: !GetAtt One.RootResourceId, AuthorizerId: ‹!Ref Users›}}',
      ),
      'own',
    ),
    marked(
      api(
        'Orders: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref One, ParentId: ‹!GetAtt Two.RootResourceId›}}',
      ),
      { messageId: 'itself', data: { path: 'RestApiId', wanted: 'One', found: 'Two' } },
    ),
  ],
});
