import { entryOf, originOf } from '../../model/origin.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { functionsOf } from '../facts/templates/intrinsic-functions.ts';

export const cfnMixedFunction = defineTemplateRule({
  id: 'cfn-mixed-function',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Intrinsic function with other keys beside it',
  description:
    'An intrinsic function is a map with one key. With another key beside it CloudFormation and the transform take it for an ordinary map, or drop the other key. Often the other key is only indented too far. `Fn::Transform` and `Fn::ForEach` may stand among other keys.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: { mixed: "'{name}' stands beside '{fn}', which must be the only key of its map." },
  check(cx) {
    for (const { map, fn } of functionsOf(cx.template).mixed) {
      for (const name of Object.keys(map)) {
        if (name !== fn) cx.report('mixed', entryOf(map, name)?.key ?? originOf(map), { data: { fn, name } });
      }
    }
  },
});
