import { defineRule } from '../../model/rule.ts';
import { nearestRuntime, newestBefore, runtimeIds } from '../facts/functions/runtime-ids.ts';

export const lambdaRuntimeUnknown = defineRule({
  id: 'lambda-runtime-unknown',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Unknown runtime identifier',
  description:
    'Lambda takes only the runtimes that it knows, letter for letter: `nodejs22.x`, `python3.13`, `java21`, `dotnet8`, `ruby3.4`, `provided.al2023` and so on. One that may have come since this release of synth, the next number of its family, is a warning.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  options: {
    also: {
      default: [],
      doc: 'Further runtimes that exist: newer than this release of synth, or only in some Regions.',
    },
  },
  messages: {
    unknown: "Lambda has no runtime '{runtime}'.{near}",
    newer:
      "This release of synth does not know the runtime '{runtime}'; the newest one that it knows is '{newest}'. If Lambda has it by now, add it to the option 'also' of this rule.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: ‹node24›, Handler: index.handler, CodeUri: s3://code/orders.zip}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: s3://code/orders.zip}`,
  },
  on: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion'],
  check(node, cx) {
    const path = node.type === 'AWS::Lambda::Function' ? ['Runtime'] : ['CompatibleRuntimes', '*'];
    for (const { value: runtime, at } of node.strings(...path)) {
      if (runtimeIds.has(runtime) || runtime.includes('{{resolve:')) continue;
      const also = cx.option<string[]>('also');
      if (also.includes(runtime)) continue;
      const newest = newestBefore(runtime, [...runtimeIds]);
      if (newest !== undefined) {
        cx.report('newer', at, { data: { runtime, newest }, level: 'warning' });
        continue;
      }
      const near = nearestRuntime(runtime, [...also, ...runtimeIds], cx.today);
      cx.report('unknown', at, { data: { runtime, near: near === undefined ? '' : ` Did you mean '${near}'?` } });
    }
  },
});
