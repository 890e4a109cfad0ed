import type { Wanted } from './wanted.ts';
import { arnOf, attributeOf, idOf, nameOf, nameOrArnOf, wants } from './wants.ts';

const routeTable = idOf('AWS::EC2::RouteTable');
const instance = idOf('AWS::EC2::Instance');
const networkInterface = idOf('AWS::EC2::NetworkInterface');
const address = attributeOf('AWS::EC2::EIP', 'AllocationId');
const launchTemplate = idOf('AWS::EC2::LaunchTemplate');
const group = idOf('AWS::EC2::SecurityGroup');
const groupName = nameOf('AWS::EC2::SecurityGroup');
/** Groups of the default VPC are looked up by their names as well. */
const groups = wants('id', 'name')('AWS::EC2::SecurityGroup');
const profile = nameOf('AWS::IAM::InstanceProfile');
const scalingGroup = nameOf('AWS::AutoScaling::AutoScalingGroup');
const balancer = arnOf('AWS::ElasticLoadBalancingV2::LoadBalancer');
const listener = arnOf('AWS::ElasticLoadBalancingV2::Listener');
const targets = arnOf('AWS::ElasticLoadBalancingV2::TargetGroup');
const certificate = arnOf('AWS::CertificateManager::Certificate', 'AWS::IAM::ServerCertificate');
const image = idOf('AWS::ImageBuilder::Image');
const databaseSubnets = nameOf('AWS::RDS::DBSubnetGroup');
/** A role that ECS takes by its short name as well. */
const role = nameOrArnOf('AWS::IAM::Role');
const fileSystem = idOf('AWS::EFS::FileSystem');

/** What properties of networks, machines, containers and databases take. Sources: the pages of these types in the CloudFormation template reference. */
export const networkExpectations: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    LaunchConfigurationName: nameOf('AWS::AutoScaling::LaunchConfiguration'),
    'LaunchTemplate.LaunchTemplateId': launchTemplate,
    TargetGroupARNs: targets,
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    IamInstanceProfile: nameOrArnOf('AWS::IAM::InstanceProfile'),
    SecurityGroups: groups,
    ImageId: image,
  },
  'AWS::AutoScaling::LifecycleHook': { AutoScalingGroupName: scalingGroup },
  'AWS::AutoScaling::ScalingPolicy': { AutoScalingGroupName: scalingGroup },
  'AWS::AutoScaling::ScheduledAction': { AutoScalingGroupName: scalingGroup },
  'AWS::EC2::EIPAssociation': { AllocationId: address, InstanceId: instance, NetworkInterfaceId: networkInterface },
  'AWS::EC2::Instance': {
    IamInstanceProfile: profile,
    'LaunchTemplate.LaunchTemplateId': launchTemplate,
    SecurityGroupIds: groups,
    ImageId: image,
  },
  'AWS::EC2::LaunchTemplate': {
    'LaunchTemplateData.IamInstanceProfile.Arn': arnOf('AWS::IAM::InstanceProfile'),
    'LaunchTemplateData.IamInstanceProfile.Name': profile,
    'LaunchTemplateData.SecurityGroupIds': groups,
    'LaunchTemplateData.ImageId': image,
  },
  'AWS::EC2::NatGateway': { AllocationId: address },
  'AWS::EC2::Route': {
    GatewayId: idOf('AWS::EC2::InternetGateway', 'AWS::EC2::VPNGateway'),
    InstanceId: instance,
    NatGatewayId: idOf('AWS::EC2::NatGateway'),
    NetworkInterfaceId: networkInterface,
    RouteTableId: routeTable,
    TransitGatewayId: idOf('AWS::EC2::TransitGateway'),
    VpcPeeringConnectionId: idOf('AWS::EC2::VPCPeeringConnection'),
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
  'AWS::EC2::SecurityGroup': {
    'SecurityGroupEgress.DestinationSecurityGroupId': group,
    'SecurityGroupIngress.SourceSecurityGroupId': group,
    'SecurityGroupIngress.SourceSecurityGroupName': groupName,
  },
  'AWS::EC2::SecurityGroupEgress': { DestinationSecurityGroupId: group, GroupId: group },
  'AWS::EC2::SecurityGroupIngress': {
    GroupId: group,
    GroupName: groupName,
    SourceSecurityGroupId: group,
    SourceSecurityGroupName: groupName,
  },
  'AWS::EC2::SubnetRouteTableAssociation': { RouteTableId: routeTable },
  'AWS::EC2::VPCEndpoint': { RouteTableIds: routeTable },
  'AWS::EC2::VPCGatewayAttachment': {
    InternetGatewayId: idOf('AWS::EC2::InternetGateway'),
    VpnGatewayId: idOf('AWS::EC2::VPNGateway'),
  },
  'AWS::EC2::VolumeAttachment': { InstanceId: instance, VolumeId: idOf('AWS::EC2::Volume') },
  'AWS::ECS::CapacityProvider': {
    'AutoScalingGroupProvider.AutoScalingGroupArn': nameOrArnOf('AWS::AutoScaling::AutoScalingGroup'),
  },
  'AWS::ECS::DaemonTaskDefinition': { ExecutionRoleArn: role, TaskRoleArn: role },
  'AWS::ECS::Service': {
    Cluster: nameOrArnOf('AWS::ECS::Cluster'),
    'LoadBalancers.TargetGroupArn': targets,
    TaskDefinition: nameOrArnOf('AWS::ECS::TaskDefinition'),
  },
  'AWS::ECS::TaskDefinition': { ExecutionRoleArn: role, TaskRoleArn: role },
  'AWS::EFS::AccessPoint': { FileSystemId: fileSystem },
  'AWS::EFS::MountTarget': { FileSystemId: fileSystem },
  'AWS::ElasticLoadBalancingV2::Listener': {
    'Certificates.CertificateArn': certificate,
    'DefaultActions.TargetGroupArn': targets,
    LoadBalancerArn: balancer,
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': { 'Actions.TargetGroupArn': targets, ListenerArn: listener },
  'AWS::RDS::DBCluster': {
    DBClusterParameterGroupName: nameOf('AWS::RDS::DBClusterParameterGroup'),
    DBSubnetGroupName: databaseSubnets,
  },
  'AWS::RDS::DBInstance': {
    DBClusterIdentifier: nameOf('AWS::RDS::DBCluster'),
    DBParameterGroupName: nameOf('AWS::RDS::DBParameterGroup'),
    DBSubnetGroupName: databaseSubnets,
  },
};
