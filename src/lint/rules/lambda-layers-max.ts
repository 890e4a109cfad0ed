import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

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
  messages: {
    tooMany: "The function '{id}' has {count} layers, 'Globals' included; at most {maximum} are allowed.",
  },
  example: {
    in: 'function',
    fails: `
‹Layers›:
  - arn:aws:lambda:us-east-1:123456789012:layer:shared0:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared1:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared2:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared3:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared4:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared5:1`,
    passes: `
Layers:
  - arn:aws:lambda:us-east-1:123456789012:layer:shared0:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared1:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared2:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared3:1
  - arn:aws:lambda:us-east-1:123456789012:layer:shared4:1`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Layers'],
  check(fn, cx) {
    for (const { value, path } of fn.all('Layers')) {
      const layers = isList(value) ? certainItems(value) : [];
      if (layers.length <= maximum) continue;
      const data = { id: fn.id, count: layers.length, maximum };
      const firstTooMany = fn.place(...path, layers[maximum]!);
      cx.report('tooMany', headOf(fn, path), { data, related: [firstTooMany] });
    }
  },
});
