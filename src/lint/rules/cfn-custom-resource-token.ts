import { defineTemplateRule } from '../../model/rule.ts';
import { hasFunctionKey } from '../facts/templates/function-keys.ts';
import { isCustomResource } from '../facts/templates/opaque.ts';

export const cfnCustomResourceToken = defineTemplateRule({
  id: 'cfn-custom-resource-token',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Custom resource without ServiceToken',
  description:
    'CloudFormation sends the requests of a custom resource to its `ServiceToken`, the ARN of a function or a topic, and refuses the resource without it.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html',
  macros: 'silent',
  messages: { missing: "'{id}' of {type} needs 'ServiceToken', the ARN of the function or topic that provides it." },
  example: {
    in: 'resources',
    fails: `
Greeting:
  Type: Custom::Greeting
  ‹Properties›:
    Name: World
`,
    passes: `
Greeting:
  Type: Custom::Greeting
  Properties:
    ServiceToken: !ImportValue greeter
    Name: World
`,
  },
  check(cx) {
    for (const node of cx.resources()) {
      if (!isCustomResource(node.type) || hasFunctionKey(node.properties)) continue;
      if (node.lacks('ServiceToken')) {
        cx.report('missing', cx.keyOf(node.body, 'Properties') ?? node.at, {
          data: { id: node.id, type: node.type },
          logicalId: node.id,
        });
      }
    }
  },
});
