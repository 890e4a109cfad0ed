import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

const [minimum, maximum] = [0, 100];
const paths = {
  'AWS::ApiGateway::Stage': [['CanarySetting']],
  'AWS::ApiGateway::Deployment': [['DeploymentCanarySettings'], ['StageDescription', 'CanarySetting']],
};

export const apigwCanaryPercent = defineRule({
  id: 'apigw-canary-percent',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Canary traffic outside 0-100 %',
  description: 'A canary of a REST API takes 0 to 100 percent of the traffic of its stage.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/create-canary-deployment.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'PercentTraffic' is {value}; it must be from {minimum} to {maximum}." },
  example: {
    in: 'mock-api',
    fails: 'CanarySetting: {PercentTraffic: ‹150›}',
    passes: 'CanarySetting: {PercentTraffic: 15}',
  },
  on: Object.keys(paths),
  reads: ['CanarySetting', 'DeploymentCanarySettings', 'StageDescription'],
  check(node, cx) {
    for (const path of paths[node.type as keyof typeof paths]) {
      for (const found of node.numbers(...path, 'PercentTraffic')) {
        const { value, at } = found;
        if (value >= minimum && value <= maximum) continue;
        const fix = replaceLiteral(found, value < minimum ? minimum : maximum);
        cx.report('outside', at, { data: { value, minimum, maximum }, fix });
      }
    }
  },
});
