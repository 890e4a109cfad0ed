import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';

const maximum = 5;

export const lambdaLayersMax = defineRule({
  id: 'lambda-layers-max',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'More than 5 layers on a function',
  description:
    'A function takes at most five layers. `Globals` append to the layers of the function itself, so the sum counts. Merge layers, or move what only some functions need out of `Globals`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: { tooMany: "The function '{id}' has {count} layers; Lambda takes at most {maximum}." },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    for (const { value, path } of fn.all('Layers')) {
      if (!isList(value) || value.length <= maximum) continue;
      const data = { id: fn.id, count: value.length, maximum };
      cx.report('tooMany', fn.place(...path, maximum), { data, related: [fn.keyPlace('Layers')] });
    }
  },
});
