const shared = `
Parameters:
  Stage: {Type: String, Default: dev}
  DbPassword: {Type: String, NoEcho: true}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
`;

/** One workload: about forty resources of many types, most of which refer to each other. */
const workload = (at: number): string => `
  Role${at}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']
  Policy${at}:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: work
      Roles: [!Ref Role${at}]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [sqs:SendMessage, dynamodb:PutItem, 's3:*']
            Resource: [!GetAtt Queue${at}.Arn, !GetAtt Table${at}.Arn, !Sub '\${Bucket${at}.Arn}/out/*']
  Function${at}:
    Type: AWS::Serverless::Function
    DependsOn: Table${at}
    Properties:
      CodeUri: s3://bucket/key${at}.zip
      Handler: index.handler
      Runtime: python3.13
      Role: !GetAtt Role${at}.Arn
      Timeout: 20
      AutoPublishAlias: live
      SnapStart: {ApplyOn: PublishedVersions}
      DeploymentPreference: {Type: Mine${at}}
      Layers: [!Ref Layer${at}]
      FileSystemConfigs: [{Arn: !GetAtt AccessPoint${at}.Arn, LocalMountPath: /mnt/data}]
      VpcConfig: {SubnetIds: [!Ref Subnet${at}], SecurityGroupIds: [!Ref Group${at}]}
      Environment:
        Variables: {TABLE: !Ref Table${at}, DB_PASSWORD: !Ref DbPassword, HOST: !GetAtt Database${at}.Endpoint.Address}
      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt DeadLetters${at}.Arn}
      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt DeadLetters${at}.Arn}}}
      Events:
        Work: {Type: SQS, Properties: {Queue: !GetAtt Queue${at}.Arn, BatchSize: 10}}
        Changes: {Type: DynamoDB, Properties: {Stream: !GetAtt Table${at}.StreamArn, StartingPosition: LATEST}}
        Objects: {Type: S3, Properties: {Bucket: !Ref Bucket${at}, Events: 's3:ObjectCreated:*'}}
        Route: {Type: Api, Properties: {Path: '/items/{id}/${at}', Method: get, RestApiId: !Ref Api${at}}}
        Http: {Type: HttpApi, Properties: {Path: /items/${at}, Method: get, ApiId: !Ref HttpApi${at}}}
  Layer${at}:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://bucket/layer${at}.zip, CompatibleRuntimes: [python3.13]}
  Mine${at}:
    Type: AWS::CodeDeploy::DeploymentConfig
    Properties: {DeploymentConfigName: Mine${at}, ComputePlatform: Lambda}
  Plain${at}:
    Type: AWS::Lambda::Function
    Properties:
      Code: {ZipFile: 'exports.handler = async () => {}'}
      Handler: index.handler
      Runtime: nodejs22.x
      Role: !GetAtt Role0.Arn
      SnapStart: {ApplyOn: PublishedVersions}
  Version${at}: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Plain${at}}}
  Alias${at}:
    Type: AWS::Lambda::Alias
    Properties: {FunctionName: !Ref Plain${at}, FunctionVersion: !GetAtt Version${at}.Version, Name: live}
  Url${at}: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Plain${at}, AuthType: NONE}}
  Permission${at}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Plain${at}
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      SourceArn: !Ref Topic${at}
  Cache${at}:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior:
          TargetOriginId: one
          ViewerProtocolPolicy: https-only
          LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref Version${at}}]
        Origins: [{Id: one, DomainName: !GetAtt Bucket${at}.DomainName}]
  DeadLetters${at}: {Type: AWS::SQS::Queue}
  Queue${at}:
    Type: AWS::SQS::Queue
    Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadLetters${at}.Arn, maxReceiveCount: 3}}
  Topic${at}: {Type: AWS::SNS::Topic}
  Subscription${at}:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Topic${at}
      Protocol: sqs
      Endpoint: !GetAtt Queue${at}.Arn
      FilterPolicy: {kind: [a, b]}
  Bucket${at}: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub 'bucket-\${Stage}-${at}'}}
  Table${at}:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      StreamSpecification: {StreamViewType: NEW_IMAGE}
      BillingMode: PAY_PER_REQUEST
  Logs${at}: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Sub '/aws/lambda/\${Plain${at}}'}}
  Filter${at}:
    Type: AWS::Logs::SubscriptionFilter
    Properties: {LogGroupName: !Ref Logs${at}, FilterPattern: error, DestinationArn: !GetAtt Function${at}.Arn}
  Rule${at}:
    Type: AWS::Events::Rule
    Condition: IsProd
    Properties:
      EventPattern: {source: [aws.s3], detail: {bucket: [{prefix: a}]}}
      Targets: [{Id: one, Arn: !GetAtt Queue${at}.Arn}]
  Machine${at}:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: Call
        States:
          Call: {Type: Task, Resource: !GetAtt Function${at}.Arn, Next: Done}
          Done: {Type: Succeed}
  Api${at}:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, Auth: {ApiKeyRequired: true}, EndpointConfiguration: {Type: PRIVATE}}
  HttpApi${at}: {Type: AWS::Serverless::HttpApi}
  Network${at}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet${at}: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network${at}, CidrBlock: 10.0.0.0/24}}
  Group${at}: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Network${at}, GroupDescription: all}}
  Endpoint${at}:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Network${at}, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3'}
  Files${at}: {Type: AWS::EFS::FileSystem}
  AccessPoint${at}: {Type: AWS::EFS::AccessPoint, Properties: {FileSystemId: !Ref Files${at}}}
  Mount${at}:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files${at}, SubnetId: !Ref Subnet${at}, SecurityGroups: [!Ref Group${at}]}
  Database${at}:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: mysql, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: admin}
  Secret${at}: {Type: AWS::SecretsManager::Secret}
  First${at}: {Type: AWS::SNS::Topic, DependsOn: Second${at}}
  Second${at}: {Type: AWS::SNS::Topic, DependsOn: First${at}}
  Wrong${at}: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Missing${at}}}
`;

/** A template of workloads that use what many rules look at, most of it not quite right. */
export const workloads = (count: number): string =>
  `${shared}Resources:${[...Array(count).keys()].map(workload).join('')}`;
