import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { anyMutation, type Mutation, mutant, mutationsOf, withNames } from '../mutation/every-place.ts';
import { Random } from '../mutation/random.ts';
import { shop } from '../review/reviewed.ts';
import { comparisonComplaint, reviewComplaint } from './complaint.ts';

/**
 * More of them: SYNTH_MUTANTS=20000 SYNTH_MUTANT_SEED=7 npx vitest run test/diff/every-place.test.ts
 * All of those of the templates below: SYNTH_MUTANTS=all
 */
const wanted = process.env['SYNTH_MUTANTS'] ?? '150';
const seed = Number(process.env['SYNTH_MUTANT_SEED'] ?? 1);

/** Routes, references, sets and texts that no template of the conformance cases has. */
const guarded = `Parameters: {Names: {Type: CommaDelimitedList, Default: 'a,b'}}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    DependsOn: [Topic, Table]
    Properties: {QueueName: !Sub ['\${a}-jobs', {a: !Select [0, !Ref Names]}], Tags: [{Key: a, Value: !Join ['-', [a, b]]}]}
  Topic: {Type: AWS::SNS::Topic}
  Table:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    Properties:
      BillingMode: PAY_PER_REQUEST
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 3}]}
      NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn, Filter: {S3Key: {Rules: [{Name: prefix, Value: a}]}}}]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Queue.Arn, Condition: {Bool: {'aws:SecureTransport': true}}}]}}]
  Fn: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn, Handler: a.b, Runtime: nodejs22.x, Code: {ZipFile: x}}}
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Fn, AuthType: NONE, Cors: {AllowOrigins: ['*']}}}
  Rest: {Type: AWS::ApiGateway::RestApi, Properties: {Name: rest}}
  Authorizer: {Type: AWS::ApiGateway::Authorizer, Properties: {Name: users, Type: COGNITO_USER_POOLS, RestApiId: !Ref Rest, IdentitySource: method.request.header.Authorization, ProviderARNs: ['arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_a']}}
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Rest
      ResourceId: !GetAtt Rest.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Authorizer
      AuthorizationScopes: [read]
      Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations'}
  Http:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      Body:
        openapi: 3.0.1
        info: {title: a, version: '1'}
        x-amazon-apigateway-cors: {allowOrigins: ['https://a.example']}
        components: {securitySchemes: {users: {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {issuer: 'https://a', audience: [b]}}}}}
        paths: {/a: {get: {security: [{users: [read]}], x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, payloadFormatVersion: '2.0', uri: !GetAtt Fn.Arn}}}}
  Database: {Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, Properties: {Engine: postgres, EngineVersion: '15.3', AllocatedStorage: '20', DBInstanceClass: db.t3.micro}}
Outputs: {Queue: {Value: !Ref Queue, Export: {Name: queue}}}
`;

const data = (template: string): unknown => {
  const { root } = parse(template);
  return root === null ? undefined : JSON.parse(JSON.stringify(root));
};

const conformance = () =>
  readCases(casesFolder().folder).flatMap(({ template, expected }) => [data(template), ...expected.values()]);

const groups: readonly (readonly [string, () => readonly unknown[]])[] = [
  ['the conformance templates, and what becomes of them', conformance],
  ['templates with all that a comparison looks at', () => [shop, guarded].map(data)],
];

describe.each(groups)('an odd value in any place of %s', (_, read) => {
  it('is compared with what was there, in both directions, and reviewed', () => {
    const trees = read().map(withNames);
    const random = new Random(seed);
    const complaints: string[] = [];
    for (const [tree, mutation] of chosen(trees, random)) {
      const [plain, odd] = [JSON.stringify(tree), mutant(tree, mutation)];
      const found = comparisonComplaint(plain, odd) ?? comparisonComplaint(odd, plain) ?? reviewComplaint(odd);
      if (found !== undefined) complaints.push(`${found}\n${JSON.stringify(mutation).slice(0, 300)}`);
      if (complaints.length === 3) break;
    }
    expect(complaints).toEqual([]);
  }, 86_400_000);
});

function* chosen(trees: readonly unknown[], random: Random): Generator<readonly [unknown, Mutation]> {
  if (wanted !== 'all') for (let at = 0; at < Number(wanted); at++) yield anyMutation(trees, random);
  else for (const tree of trees) for (const mutation of mutationsOf(tree)) yield [tree, mutation];
}
