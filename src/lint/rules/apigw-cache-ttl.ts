import { defineRule } from '../../model/rule.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const range = { minimum: 0, maximum: 3600 };
const paths = {
  'AWS::ApiGateway::Stage': [['MethodSettings', '*']],
  'AWS::ApiGateway::Deployment': [['StageDescription'], ['StageDescription', 'MethodSettings', '*']],
};

export const apigwCacheTtl = defineRule({
  id: 'apigw-cache-ttl',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'API cache TTL outside 0-3600 s',
  description:
    'A REST API keeps a response in its cache for 0 to 3,600 seconds; 300 when nothing is said, and 0 turns the cache off.',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'CacheTtlInSeconds' is {value}; it must be an integer from {minimum} to {maximum} seconds." },
  example: {
    in: 'mock-api',
    fails: `
CacheClusterEnabled: true
CacheClusterSize: '0.5'
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', CachingEnabled: true, CacheTtlInSeconds: ‹7200›}`,
    passes: `
CacheClusterEnabled: true
CacheClusterSize: '0.5'
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', CachingEnabled: true, CacheTtlInSeconds: 3600}`,
  },
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'],
  reads: ['MethodSettings', 'StageDescription'],
  check(node, cx) {
    for (const path of paths[node.type as keyof typeof paths]) {
      checkIntegers(cx, node.numbers(...path, 'CacheTtlInSeconds'), range, 'outside');
    }
  },
});
