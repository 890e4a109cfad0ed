import { lambdaRdsNoProxy } from '../../../src/lint/rules/lambda-rds-no-proxy.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const fn = (variable: string) =>
  `VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}, Environment: {Variables: {DB: ${variable}}}`;
const database = '  Db: {Type: AWS::RDS::DBInstance}\n';

tester.run(lambdaRdsNoProxy, {
  valid: [
    lambda(fn('!GetAtt Db.Endpoint.Address'), `${database}  Proxy: {Type: AWS::RDS::DBProxy}\n`),
    lambda('Environment: {Variables: {DB: !GetAtt Db.Endpoint.Address}}', database),
    lambda(fn('!Ref Db'), database),
    lambda(fn('!GetAtt Proxy.Endpoint'), '  Proxy: {Type: AWS::RDS::DBProxy}\n'),
  ],
  invalid: [
    {
      template: lambda(fn('!GetAtt Db.Endpoint.Address'), database),
      problems: [{ messageId: 'direct', line: 4, column: 100, data: { database: 'Db' } }],
    },
    {
      template: lambda(fn('!Sub "mysql://${Db.Endpoint.Address}/x"'), '  Db: {Type: AWS::RDS::DBCluster}\n'),
      problems: [{ messageId: 'direct', line: 4, column: 100, data: { fn: 'Fn' } }],
    },
  ],
});
