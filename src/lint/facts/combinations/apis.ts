import type { Combinations } from './combination.ts';

const behaviour = [
  { one: ['CachePolicyId', 'ForwardedValues'] },
  { given: 'CachePolicyId', excludes: ['DefaultTTL', 'MaxTTL', 'MinTTL'] },
];

const cookies = [{ given: 'Forward', values: ['whitelist'], needs: ['WhitelistedNames'] }];

/** What an authentication of an AppSync API must be told. */
const authentication = [
  { given: 'AuthenticationType', values: ['AWS_LAMBDA'], needs: ['LambdaAuthorizerConfig'] },
  { given: 'AuthenticationType', values: ['AMAZON_COGNITO_USER_POOLS'], needs: ['UserPoolConfig'] },
  { given: 'AuthenticationType', values: ['OPENID_CONNECT'], needs: ['OpenIDConnectConfig'] },
];

/** Data sources that AppSync reads with a role; those that it calls are for `access-role-missing`. */
const readWithRole = [
  'AMAZON_BEDROCK_RUNTIME',
  'AMAZON_DYNAMODB',
  'AMAZON_ELASTICSEARCH',
  'AMAZON_OPENSEARCH_SERVICE',
  'RELATIONAL_DATABASE',
];

/** Sources: the pages of these types in the CloudFormation template reference, and of the calls behind them in the API Gateway, AppSync and CloudFront API references. */
export const apis: Combinations = {
  'AWS::ApiGateway::Authorizer': [
    { given: 'Type', values: ['TOKEN', 'REQUEST'], needs: ['AuthorizerUri'] },
    { given: 'Type', values: ['COGNITO_USER_POOLS'], needs: ['ProviderARNs'] },
  ],
  'AWS::ApiGateway::Deployment': [{ given: 'StageDescription', needs: ['StageName'] }],
  'AWS::ApiGateway::Method': [
    { given: 'AuthorizationType', values: ['CUSTOM', 'COGNITO_USER_POOLS'], needs: ['AuthorizerId'] },
  ],
  'AWS::ApiGateway::Method Integration': [
    {
      given: 'Type',
      values: ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY'],
      needs: ['IntegrationHttpMethod', 'Uri'],
    },
    { given: 'ConnectionType', values: ['VPC_LINK'], needs: ['ConnectionId'] },
  ],
  'AWS::ApiGateway::RestApi': [{ some: ['Body', 'BodyS3Location', 'Name'] }, { most: ['Body', 'BodyS3Location'] }],
  'AWS::ApiGateway::Stage': [{ some: ['DeploymentId'] }],
  'AWS::ApiGatewayV2::Api': [
    { some: ['Body', 'BodyS3Location', 'Name'] },
    { most: ['Body', 'BodyS3Location'] },
    { given: 'ProtocolType', values: ['WEBSOCKET'], needs: ['RouteSelectionExpression'] },
    { given: 'Target', needs: ['ProtocolType'] },
  ],
  'AWS::ApiGatewayV2::Authorizer': [
    { given: 'AuthorizerType', values: ['JWT'], needs: ['IdentitySource', 'JwtConfiguration'] },
    { given: 'AuthorizerType', values: ['REQUEST'], needs: ['AuthorizerUri'] },
    { given: 'EnableSimpleResponses', values: ['true'], name: 'AuthorizerPayloadFormatVersion', takes: ['2.0'] },
  ],
  'AWS::ApiGatewayV2::Integration': [{ given: 'ConnectionType', values: ['VPC_LINK'], needs: ['ConnectionId'] }],
  'AWS::ApiGatewayV2::Route': [{ given: 'AuthorizationType', values: ['CUSTOM', 'JWT'], needs: ['AuthorizerId'] }],
  'AWS::AppSync::DataSource': [
    { given: 'Type', values: ['AMAZON_DYNAMODB'], needs: ['DynamoDBConfig'] },
    { given: 'Type', values: ['AMAZON_EVENTBRIDGE'], needs: ['EventBridgeConfig'] },
    { given: 'Type', values: ['AMAZON_OPENSEARCH_SERVICE'], needs: ['OpenSearchServiceConfig'] },
    { given: 'Type', values: ['AWS_LAMBDA'], needs: ['LambdaConfig'] },
    { given: 'Type', values: ['HTTP'], needs: ['HttpConfig'] },
    { given: 'Type', values: ['RELATIONAL_DATABASE'], needs: ['RelationalDatabaseConfig'] },
    { given: 'Type', values: readWithRole, needs: ['ServiceRoleArn'] },
  ],
  'AWS::AppSync::FunctionConfiguration': [{ most: ['Code', 'CodeS3Location'] }, { given: 'Code', needs: ['Runtime'] }],
  'AWS::AppSync::GraphQLApi': authentication,
  'AWS::AppSync::GraphQLApi AdditionalAuthenticationProviders': authentication,
  'AWS::AppSync::GraphQLSchema': [{ one: ['Definition', 'DefinitionS3Location'] }],
  'AWS::AppSync::Resolver': [
    { most: ['Code', 'CodeS3Location'] },
    { given: 'Code', needs: ['Runtime'] },
    { given: 'Kind', values: ['PIPELINE'], needs: ['PipelineConfig'] },
    { given: 'Kind', values: ['UNIT'], needs: ['DataSourceName'] },
  ],
  'AWS::CloudFront::Distribution DistributionConfig': [{ some: ['CustomOrigin', 'Origins', 'S3Origin'] }],
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors': behaviour,
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.ForwardedValues.Cookies': cookies,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior': behaviour,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.ForwardedValues.Cookies': cookies,
  'AWS::CloudFront::Distribution DistributionConfig.CustomErrorResponses': [
    { given: 'ResponseCode', needs: ['ResponsePagePath'] },
    { given: 'ResponsePagePath', needs: ['ResponseCode'] },
  ],
  'AWS::CloudFront::Distribution DistributionConfig.Origins': [
    { one: ['CustomOriginConfig', 'S3OriginConfig', 'VpcOriginConfig'] },
  ],
  'AWS::CloudFront::Distribution DistributionConfig.Restrictions.GeoRestriction': [
    { given: 'RestrictionType', values: ['blacklist', 'whitelist'], needs: ['Locations'] },
  ],
  'AWS::CloudFront::Distribution DistributionConfig.ViewerCertificate': [
    { one: ['AcmCertificateArn', 'CloudFrontDefaultCertificate', 'IamCertificateId'] },
    { given: 'AcmCertificateArn', needs: ['SslSupportMethod'] },
    { given: 'IamCertificateId', needs: ['SslSupportMethod'] },
  ],
};
