/**
 * A template whose topic has a value as its name, at line 15, column 20. It has a queue `Orders`, a VPC `Net`, the
 * condition `IsLive`, the mapping `Sizes` (`small` → `memory`, `zones`), and parameters: `Stage` (text), `Names` and
 * `Subnets` (lists).
 */
export const topicNamed = (value: string, transform = 'AWS::Serverless-2016-10-31'): string => `Transform: ${transform}
Parameters:
  Stage: {Type: String}
  Names: {Type: CommaDelimitedList}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
Mappings: {Sizes: {small: {memory: 128, zones: [a, b]}}}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
Resources:
  Orders: {Type: AWS::SQS::Queue}
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${value}
`;
