import { entryOf, originOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { namesIn } from '../facts/sections/structure.ts';

export const cfnMixedFunction = defineTemplateRule({
  id: 'cfn-mixed-function',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Intrinsic function with other keys beside it',
  description:
    'An intrinsic function is a map with one key; CloudFormation refuses it with another key beside it, and the transform takes it for an ordinary map. Often the other key is only indented too far. `Fn::Transform` and `Fn::ForEach` may have other keys beside them. A key `Ref` that names nothing in the template may be an ordinary key, so that is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: {
    mixed: "'{name}' is beside '{fn}', which must be the only key of its map. Indent it less, or remove it.",
  },
  example: {
    in: 'resources',
    fails: `
Queue:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy: {'Fn::ImportValue': dead-letters, ‹maxReceiveCount›: 5}`,
    passes: `
Queue:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy: {deadLetterTargetArn: !ImportValue dead-letters, maxReceiveCount: 5}`,
  },
  check(cx) {
    for (const { map, fn, logicalId } of functionsOf(cx.template).mixed) {
      const level = fn === 'Ref' && !isKnown(String(map[fn]), cx) ? 'warning' : 'error';
      for (const name of Object.keys(map)) {
        if (name !== fn)
          cx.report('mixed', entryOf(map, name)?.key ?? originOf(map), {
            data: { fn, name },
            level,
            logicalId,
          });
      }
    }
  },
});

/** Whether a name is that of a parameter or resource. */
const isKnown = (name: string, cx: RuleContext): boolean =>
  name.startsWith('AWS::') || cx.resource(name) !== undefined || namesIn(cx.source, 'Parameters').includes(name);
