import { defineTemplateRule } from '../../model/rule.ts';
import { isInVpc } from '../facts/functions/vpc.ts';
import { referencesIn } from '../facts/templates/references.ts';

const types = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

export const lambdaRdsNoProxy = defineTemplateRule({
  id: 'lambda-rds-no-proxy',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  title: 'Functions connect to RDS without RDS Proxy',
  description:
    'Every environment of a function opens its own connections to the database, and a burst of invocations uses up all that it allows. An `AWS::RDS::DBProxy` between them shares connections.',
  source: 'AWS docs: Using Amazon RDS Proxy with Lambda',
  messages: {
    direct: "'{fn}' connects to the database '{database}' directly; put an AWS::RDS::DBProxy between them.",
  },
  example: {
    in: 'resources',
    fails: `
Db:
  Type: AWS::RDS::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties: {Engine: aurora-postgresql, MasterUsername: app, ManageMasterUserPassword: true}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Environment: {Variables: {HOST: ‹!GetAtt Db.Endpoint.Address›}}
    VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}`,
    passes: `
Db:
  Type: AWS::RDS::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties: {Engine: aurora-postgresql, MasterUsername: app, ManageMasterUserPassword: true}
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    DBProxyName: orders
    EngineFamily: POSTGRESQL
    RoleArn: arn:aws:iam::123456789012:role/proxy
    VpcSubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e]
    Auth: [{AuthScheme: SECRETS, SecretArn: !GetAtt Db.MasterUserSecret.SecretArn}]
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Environment: {Variables: {HOST: !GetAtt Proxy.Endpoint}}
    VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}`,
  },
  check(cx) {
    const databases = new Map(cx.resources(...types).map((node) => [node.id, node]));
    if (databases.size === 0 || cx.resources('AWS::RDS::DBProxy').length > 0) return;
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      if (!isInVpc(fn)) continue;
      const references = fn
        .all('Environment', 'Variables', '*')
        .flatMap(({ value, at }) => referencesIn(value, at).map((reference) => ({ ...reference, at })))
        .filter(({ name, attribute }) => databases.has(name) && /^(Read)?Endpoint\b/.test(attribute ?? ''));
      const [first] = references;
      if (!first) continue;
      cx.report('direct', first.at, {
        data: { fn: fn.id, database: first.name },
        related: [databases.get(first.name)?.at],
        logicalId: fn.id,
      });
    }
  },
});
