/** A function in a subnet whose route table has one default route, with `target` as its end; and what is given besides. */
export const network = (target: string, further = ''): string => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {VpcConfig: {SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-1]}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
  Vpc: {Type: AWS::EC2::VPC}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Link: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Nat: {Type: AWS::EC2::NatGateway}
  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, ${target}}}
${further}`;
