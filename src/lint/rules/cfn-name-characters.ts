import { defineRule } from '../../model/rule.ts';
import { certainParts } from '../facts/texts/certain-parts.ts';
import { nameCharacters } from '../facts/values/name-characters.ts';

export const cfnNameCharacters = defineRule({
  id: 'cfn-name-characters',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Character that a name cannot have',
  description:
    'The service refuses a name that holds a character that it does not take, such as an upper-case letter in the name of a bucket. Checked are the parts of names put together with `Fn::Sub` or `Fn::Join` that are written out; names that are known whole are the concern of `cfn-value-pattern` and of the rules of their services.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; the pages of the calls that make these resources in the API references of their services',
  macros: 'silent',
  messages: { refused: "'{property}' has '{found}' in it, which {type} refuses; allowed are {words}." },
  example: {
    in: 'resources',
    fails: `
Photos:
  Type: AWS::S3::Bucket
  Properties: {BucketName: ‹!Sub 'Photos-\${AWS::AccountId}'›}
`,
    passes: `
Photos:
  Type: AWS::S3::Bucket
  Properties: {BucketName: !Sub 'photos-\${AWS::AccountId}'}
`,
  },
  on: Object.keys(nameCharacters),
  check(node, cx) {
    const { type } = node;
    const { path, allowed, words } = nameCharacters[type]!;
    for (const { value, at } of node.all(...path)) {
      const part = certainParts(value).find((text) => !allowed.test(text) && !/\{\{|\$\{/.test(text));
      if (part === undefined) continue;
      const found = [...part].find((character) => !allowed.test(character)) ?? part;
      cx.report('refused', at, { data: { property: path.join('.'), found, type, words } });
    }
  },
});
