import { defineTemplateRule } from '../../model/rule.ts';
import { mappingFaults } from '../facts/sections/mappings.ts';

export const cfnMapping = defineTemplateRule({
  id: 'cfn-mapping',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Mapping that CloudFormation cannot look into',
  description:
    'A mapping has two levels of keys, and under them texts, numbers or lists of these. Its name has letters and digits only; its keys may have `-` and `.` too. A key that is a number without quotes is not a text in YAML, which is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
  messages: {
    name: "The name of the mapping '{name}' may only have letters and digits.",
    key: "The key '{name}' of the mapping '{mapping}' may only have letters, digits, '-' and '.'.",
    number: "The key {found} of the mapping '{mapping}' is a number; keys are texts, so write it in quotes.",
    levels: "The mapping '{mapping}' needs two levels of keys; found {found}.",
    value: "'{name}' of the mapping '{mapping}' must be a text, a number or a list of these; found {found}.",
  },
  example: {
    fails: `
Mappings:
  Sizes: {live: ‹1024›, test: ‹128›}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    passes: `
Mappings:
  Sizes: {live: {memory: 1024}, test: {memory: 128}}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
  },
  check(cx) {
    for (const { messageId, at, ...data } of mappingFaults(cx.document)) {
      if (!cx.reported(at)) cx.report(messageId, at, { data, level: messageId === 'number' ? 'warning' : undefined });
    }
  },
});
