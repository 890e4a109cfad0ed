import { defineRule } from '../../model/rule.ts';

export const lambdaZipRequiresHandlerRuntime = defineRule({
  id: 'lambda-zip-requires-handler-runtime',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Zip function missing Handler or Runtime',
  description:
    'A function that is not packaged as an image needs both `Handler` and `Runtime`, its own or from `Globals`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (cfn-lint W2533)',
  supersedes: ['zip-without-property'],
  messages: { missing: "'{id}' is packaged as a zip archive, so it needs '{name}'." },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const packageTypes = fn.all('PackageType');
    if (packageTypes.some(({ value }) => value !== 'Zip') || !fn.lacks('Code', 'ImageUri')) return;
    for (const name of ['Handler', 'Runtime']) {
      if (fn.lacks(name)) cx.report('missing', fn.at, { data: { id: fn.id, name } });
    }
  },
});
