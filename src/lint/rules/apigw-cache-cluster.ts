import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { insertInto } from '../facts/edits/entry.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isTrue, scalarNumber } from '../facts/texts/scalar.ts';

const sizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];

export const apigwCacheCluster = defineRule({
  id: 'apigw-cache-cluster',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Method caching without a cache cluster',
  description:
    'Methods are only cached where the stage has a cache cluster (`CacheClusterEnabled: true`); without one the settings of methods do nothing. The cluster has one of the sizes 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 and 237 GB.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
  fixes: { noCluster: 'unsafe' },
  messages: {
    noCluster: "'{setting}' has no effect, because the stage has no cache cluster; set 'CacheClusterEnabled: true'.",
    size: "'CacheClusterSize' is {value}; the sizes are {sizes}.",
  },
  example: {
    in: 'mock-api',
    fails: `
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', CachingEnabled: ‹true›}`,
    passes: `
CacheClusterEnabled: true
CacheClusterSize: '0.5'
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', CachingEnabled: true}`,
  },
  on: ['AWS::ApiGateway::Stage'],
  reads: ['CacheClusterSize', 'CacheClusterEnabled', 'MethodSettings'],
  check(stage, cx) {
    for (const { value, at } of stage.strings('CacheClusterSize')) {
      if (sizes.includes(value) || sizes.some((size) => Number(size) === Number(value))) continue;
      cx.report('size', at, { data: { value, sizes: sizes.join(', ') } });
    }
    if (hasCluster(stage, cx)) return;
    for (const { value, at } of stage.all('MethodSettings', '*')) {
      if (!isMap(value)) continue;
      const caching = cx.resolve(value['CachingEnabled']);
      const ttl = scalarNumber(cx.resolve(value['CacheTtlInSeconds'])) ?? 0;
      const isOn = isTrue(caching);
      if (!isOn && !(caching === undefined && value['CachingEnabled'] === undefined && ttl > 0)) continue;
      const setting = isOn ? 'CachingEnabled' : 'CacheTtlInSeconds';
      cx.report('noCluster', cx.placeOf(value, setting) ?? at, { data: { setting }, fix: clusterFix(stage, cx) });
    }
  },
});

/** Whether the stage has a cluster, or may have one. */
const hasCluster = (stage: ResourceNode, cx: RuleContext): boolean => {
  const given = stage.all('CacheClusterEnabled');
  return given.some(({ value }) => {
    const resolved = cx.resolve(value);
    return resolved === undefined || isTrue(resolved);
  });
};

const clusterFix = (stage: ResourceNode, cx: RuleContext) => {
  const [given] = stage.literals('CacheClusterEnabled');
  if (given) return replaceLiteral(given, true);
  const source = cx.written(cx.target(stage.get('RestApiId'))?.id ?? '');
  const isSam = source?.type === 'AWS::Serverless::Api' && cx.written(stage.id) === undefined;
  return insertInto(isSam ? source.properties : stage.properties, 'CacheClusterEnabled', true);
};
