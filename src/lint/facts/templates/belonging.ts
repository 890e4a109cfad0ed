import type { Step } from '../../../model/tree.ts';

/** Where a resource names what it belongs to: in a property of its own, or in one of what the property refers to. */
export interface Membership {
  readonly path: readonly Step[];
  /** By the type of what is referred to, the property of it that names the same. */
  readonly through?: Readonly<Record<string, string>>;
}

/** What several properties of a resource must agree on. */
export interface Belonging {
  /** As in a message: the network. */
  readonly what: string;
  /** The type of it, where it is of the template. */
  readonly type: string;
  /** The maps of which each is looked at alone. */
  readonly within: readonly Step[];
  readonly members: readonly Membership[];
}

const member = (path: string, through?: Readonly<Record<string, string>>): Membership => ({
  path: path.split('.'),
  ...(through && { through }),
});

const ofVpc = {
  'AWS::EC2::NetworkAcl': 'VpcId',
  'AWS::EC2::RouteTable': 'VpcId',
  'AWS::EC2::SecurityGroup': 'VpcId',
  'AWS::EC2::Subnet': 'VpcId',
};

/** Properties that name parts of one network, or the network itself as `VpcId`. */
const network = (properties: readonly string[], within = ''): Belonging => ({
  what: 'the network',
  type: 'AWS::EC2::VPC',
  within: within === '' ? [] : within.split('.'),
  members: properties.map((path) => member(path, path === 'VpcId' ? undefined : ofVpc)),
});

const restApi = (...parts: readonly (readonly [property: string, type: string])[]): Belonging => ({
  what: 'the API',
  type: 'AWS::ApiGateway::RestApi',
  within: [],
  members: [
    member('RestApiId'),
    ...parts.map(([property, type]) => member(property, { [type]: 'RestApiId', 'AWS::ApiGateway::RestApi': '' })),
  ],
});

const api = (...parts: readonly (readonly [property: string, type: string])[]): Belonging => ({
  what: 'the API',
  type: 'AWS::ApiGatewayV2::Api',
  within: [],
  members: [member('ApiId'), ...parts.map(([property, type]) => member(property, { [type]: 'ApiId' }))],
});

const resource = 'AWS::ApiGateway::Resource';

/** Sources: the pages of these types in the CloudFormation template reference. */
export const belongings: ReadonlyMap<string, Belonging> = new Map([
  [
    'AWS::ApiGateway::Method',
    restApi(
      ['ResourceId', resource],
      ['AuthorizerId', 'AWS::ApiGateway::Authorizer'],
      ['RequestValidatorId', 'AWS::ApiGateway::RequestValidator'],
    ),
  ],
  ['AWS::ApiGateway::Resource', restApi(['ParentId', resource])],
  ['AWS::ApiGateway::Stage', restApi(['DeploymentId', 'AWS::ApiGateway::Deployment'])],
  ['AWS::ApiGatewayV2::Route', api(['AuthorizerId', 'AWS::ApiGatewayV2::Authorizer'])],
  ['AWS::ApiGatewayV2::Stage', api(['DeploymentId', 'AWS::ApiGatewayV2::Deployment'])],
  ['AWS::EC2::Instance', network(['SubnetId', 'SecurityGroupIds.*'])],
  ['AWS::EC2::LaunchTemplate', network(['SubnetId', 'Groups.*'], 'LaunchTemplateData.NetworkInterfaces.*')],
  ['AWS::EC2::NetworkInterface', network(['SubnetId', 'GroupSet.*'])],
  ['AWS::EC2::SubnetNetworkAclAssociation', network(['SubnetId', 'NetworkAclId'])],
  ['AWS::EC2::SubnetRouteTableAssociation', network(['SubnetId', 'RouteTableId'])],
  ['AWS::EC2::VPCEndpoint', network(['VpcId', 'SubnetIds.*', 'SecurityGroupIds.*', 'RouteTableIds.*'])],
  ['AWS::ECS::Service', network(['Subnets.*', 'SecurityGroups.*'], 'NetworkConfiguration.AwsvpcConfiguration')],
  ['AWS::EFS::MountTarget', network(['SubnetId', 'SecurityGroups.*'])],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', network(['Subnets.*', 'SecurityGroups.*'])],
  ['AWS::Lambda::Function', network(['SubnetIds.*', 'SecurityGroupIds.*'], 'VpcConfig')],
]);
