import { defineTemplateRule } from '../../model/rule.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';

export const cfnRepeatedItem = defineTemplateRule({
  id: 'cfn-repeated-item',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Item that a list has twice',
  description: 'The schema of the resource type requires all items of this list to be different.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html',
  general: true,
  macros: 'silent',
  messages: { repeated: "'{path}' of {type} is the same as the item {first} of the list, which takes each item once." },
  example: {
    in: 'resources',
    fails: `
Shop:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Name: shop
    BinaryMediaTypes: [image/png, ‹image/png›]
`,
    passes: `
Shop:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Name: shop
    BinaryMediaTypes: [image/png, image/jpeg]
`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'repeated') continue;
      const { first, node, at, path } = fault;
      cx.report('repeated', at, { data: { path, type: node.type, first }, logicalId: node.id });
    }
  },
});
