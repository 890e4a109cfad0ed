import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { toMarkdown } from '../../src/review/report/markdown.ts';
import { toText } from '../../src/review/report/text.ts';
import { pictureOf, reviewed, shop } from './reviewed.ts';

const found = reviewed(shop);

describe('a review', () => {
  it('calls what permissions are on by its name, and says each action once', () => {
    const review = reviewed(`Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: {Type: AWS::SQS::Queue}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: a.b
      InlineCode: x
      Policies:
        - Statement:
            - {Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}
            - {Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}
            - {Effect: Allow, Action: 's3:GetObject', Resource: !Sub 'arn:\${AWS::Partition}:s3:::data/*', Condition: {ArnLike: {'aws:SourceArn': !Sub 'arn:aws:sns:\${AWS::Region}:\${AWS::AccountId}:news'}}}
`);
    const text = toText(review, 'template.yaml', false);
    expect(text).toMatch(/^ {4}sqs:SendMessage on \$\{Jobs\.Arn\}$/m);
    expect(text).toContain('    s3:GetObject on data/* if ');
    expect(text).not.toContain('arn:');
    expect(toMarkdown(review, 'template.yaml')).not.toContain('arn:');
  });

  it('calls a denial by its name', () => {
    const review = reviewed(`Resources:
  Files: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*'}]}
`);
    expect(toText(review, 'template.yaml', false)).toMatch(/^ +Deny \*: s3:\* on all resources$/m);
  });

  it('lists the routes with what they ask of their callers', () => {
    expect(found.routes.map(({ at: _, ...rest }) => rest)).toEqual([
      {
        api: 'Api',
        route: 'POST /orders',
        calls: 'Place',
        access: 'authorized',
        authorizers: ['Users'],
        scopes: ['orders/read'],
        needsKey: false,
        origins: ['https://shop.example.com'],
      },
      {
        api: 'Api',
        route: 'GET /orders',
        calls: 'Place',
        access: 'open',
        authorizers: [],
        scopes: [],
        needsKey: false,
        origins: ['https://shop.example.com'],
      },
    ]);
  });

  it('lists the calls with their permissions', () => {
    expect(found.calls.map(({ from, to, permitted, by }) => [from, to, permitted, by.length])).toEqual([
      ['News', 'Check', 'no', 0],
      ['Api', 'Place:live', 'yes', 1],
      ['Api', 'Place:live', 'yes', 1],
      ['Work', 'Worker', 'yes', 1],
      ['Place', 'Check', 'yes', 1],
      ['Work', 'Failed', 'yes', 0],
    ]);
  });

  it('lists who may do what, conditional functions too', () => {
    const place = found.actors.find(({ users }) => users.includes('Place'));
    expect(place?.role).toBe('PlaceRole');
    expect(place?.rows.map(({ action }) => action)).toContain('dynamodb:PutItem');
    expect(place?.trusted).toEqual(['lambda.amazonaws.com']);
    expect(found.actors.find(({ users }) => users.includes('Worker'))?.rows).not.toEqual([]);
  });

  it('answers whether one may call the other', () => {
    expect(canCall(found, 'Api', 'Place').text).toBe(
      "Yes: 'Api' can call 'Place' by a route of the HTTP API; 'PlacePostPermission' and 1 more permit it.",
    );
    expect(canCall(found, 'News', 'Check')).toMatchObject({ answer: 'no' });
    expect(canCall(found, 'Place', 'Work')).toMatchObject({ answer: 'yes' });
    expect(canCall(found, 'Work', 'Api').answer).not.toBe('yes');
    expect(canCall(found, 'Api', 'Plac').text).toBe("There is no resource 'Plac'. Did you mean 'Place'?");
  });

  it.each([
    [
      'EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [vpce-0123456789abcdef0]}',
      'no authorization, but the API is not public',
    ],
    [
      'Auth: {ResourcePolicy: {IpRangeWhitelist: [10.0.0.0/8]}}',
      'no authorization, but the resource policy of the API decides',
    ],
    ['EndpointConfiguration: {Type: REGIONAL}', 'open to anyone'],
  ])('a route without authorization of an API with %s: %s', (settings, access) => {
    const api = `Transform: AWS::Serverless-2016-10-31
Resources:
  Rest: {Type: AWS::Serverless::Api, Properties: {StageName: v1, ${settings}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events: {Get: {Type: Api, Properties: {RestApiId: !Ref Rest, Path: /b, Method: get}}}
`;
    expect(toText(reviewed(api), 'template.yaml', false)).toContain(`  Rest GET /b → Fn: ${access}`);
  });

  it('is told as text and Markdown', () => {
    const text = toText(found, 'template.yaml', false);
    expect(text).toContain(
      "  Api POST /orders → Place: 'Users' with orders/read, browsers of https://shop.example.com  template.yaml:25\n",
    );
    expect(text).toContain('  Api GET /orders → Place: open to anyone');
    expect(text).toContain('  News → Check (a subscription): permission missing (the function does not let it in)');
    const markdown = toMarkdown(found, 'template.yaml');
    expect(markdown).toContain(
      '| `Api` | `GET /orders` | `Place` | ⚠️ open to anyone | `https://shop.example.com` | `template.yaml:26` |',
    );
    expect(markdown).toContain('```mermaid\nflowchart LR\n');
  });
});

describe('a picture', () => {
  const lines = pictureOf(shop).split('\n');
  /** The line between two nodes, by their names. */
  const between = (from: string, to: string) => {
    const idOf = (name: string) =>
      lines
        .find((line) => line.includes(`"${name}`))
        ?.trim()
        .match(/^n\d+/)?.[0];
    return lines
      .find((line) => line.startsWith(`  ${idOf(from)} `) && line.endsWith(` ${idOf(to)}`))
      ?.trim()
      .split(' ')
      .slice(1, -1)
      .join(' ');
  };

  it('shows calls, what code does, where what failed goes, rollouts and conditions', () => {
    expect(between('Api', 'Place')).toBe('-->|"POST /orders<br/>GET /orders"|');
    expect(between('Work', 'Worker')).toBe('-->|"read by"|');
    expect(between('Place', 'Orders')).toBe('==>|"writes"|');
    expect(between('Place', 'Work')).toBe('==>|"sends to"|');
    expect(between('Work', 'Failed')).toBe('-.->|"failed"|');
    expect(between('News', 'Check')).toBe('--x|"subscription<br/>permission missing"|');
    expect(between('Place', 'Check')).toBe('-->|"before traffic moves"|');
    expect(lines.find((line) => line.includes('Place'))).toContain(
      '["Place<br/>rollout: Linear10PercentEvery1Minute"]',
    );
    expect(lines.find((line) => line.includes('Worker'))).toContain('["Worker<br/>if IsProd"]');
  });

  it('lets nothing of the template end a label or be a mark-up', () => {
    const hostile = pictureOf(`Resources:
  'A"]; click n0 "javascript:x" <b>': {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}
`);
    expect(hostile).toBe('flowchart LR\n  n0["A#34;#93;; click n0 #34;javascript:x#34; #60;b#62;"]\n');
  });

  it('draws alike nodes of a large template as one, and stays below what hosts draw', () => {
    const many = `Resources:
  Table: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST}}
  Topic: {Type: AWS::SNS::Topic}
${[...Array(480).keys()]
  .map(
    (at) => `  Fn${at}: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Role: !GetAtt Role.Arn}}
  Sub${at}: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: lambda, Endpoint: !GetAtt Fn${at}.Arn}}\n`,
  )
  .join('')}  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: lambda.amazonaws.com}}]}
      Policies: [{PolicyName: a, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: dynamodb:GetItem, Resource: !GetAtt Table.Arn}]}}]
`;
    const picture = pictureOf(many);
    expect(picture.length).toBeLessThan(50_000);
    expect(picture).toContain('480 × function: Fn0, Fn1, Fn2 …');
  });
});

describe('data where the authorization of a route has a text', () => {
  const httpApi = (auth: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {Authorizers: {A: {IdentitySource: $request.header.Authorization, JwtConfiguration: {issuer: 'https://a', audience: [b]}}}}}}
  Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, Events: {Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /a, Method: get, Auth: {Authorizer: A${auth}}}}}}}
${more}`;
  it('is shown as not known', () => {
    const [route] = reviewed(httpApi(', AuthorizationScopes: [{x: 1}, read]')).routes;
    expect(route).toMatchObject({ authorizers: ['A'], scopes: ['…', 'read'] });
  });

  it('is shown as not known for a method of a REST API', () => {
    const { routes } = reviewed(`Resources:
  Rest: {Type: AWS::ApiGateway::RestApi, Properties: {Name: rest}}
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Rest, ResourceId: !GetAtt Rest.RootResourceId, HttpMethod: GET, AuthorizationType: {x: 1}, Integration: {Type: MOCK}}}
`);
    expect(routes.map(({ authorizers }) => authorizers)).toEqual([['…']]);
  });

  it.each(['constructor', 'toString', '__proto__'])('is reviewed beside a resource of the type %s', (type) => {
    expect(reviewed(httpApi('', `  Other: {Type: '${type}'}\n`)).routes).toHaveLength(1);
  });
});
