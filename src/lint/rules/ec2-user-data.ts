import { defineRule } from '../../model/rule.ts';
import { isString, type Json } from '../../model/tree.ts';
import { certainParts } from '../facts/texts/certain-parts.ts';

/** Where user data stand, by type. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::AutoScaling::LaunchConfiguration', ['UserData']],
  ['AWS::EC2::Instance', ['UserData']],
  ['AWS::EC2::LaunchTemplate', ['LaunchTemplateData', 'UserData']],
]);
const notBase64 = /[^A-Za-z0-9+/=\s]/;

export const ec2UserData = defineRule({
  id: 'ec2-user-data',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'User data that are not encoded',
  description:
    'EC2 takes user data in Base64, and refuses an instance with others: "Invalid BASE64 encoding of user data". `Fn::Base64` encodes a script at the deployment. For launch templates and launch configurations this is a warning.',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  macros: 'silent',
  messages: { plain: "User data must be in Base64; write 'Fn::Base64' before the text." },
  example: {
    in: 'resources',
    fails: `
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0abcdef1234567890
    UserData: ‹"#!/bin/bash\\nyum install -y httpd"›
`,
    passes: `
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0abcdef1234567890
    UserData: !Base64 "#!/bin/bash\\nyum install -y httpd"
`,
  },
  on: [...places.keys()],
  reads: ['LaunchTemplateData', 'UserData'],
  check(node, cx) {
    const level = node.type === 'AWS::EC2::Instance' ? undefined : 'warning';
    for (const { value, at } of node.all(...places.get(node.type)!)) {
      if (writtenTexts(value).some((text) => notBase64.test(text))) cx.report('plain', at, { level });
    }
  },
});

/** The texts that a value certainly has in it, without those that another tool or a dynamic reference fills in. */
const writtenTexts = (value: Json): readonly string[] => {
  const texts = isString(value) ? [value] : certainParts(value);
  return texts.some((text) => text.includes('{{') || text.includes('${')) ? [] : texts;
};
