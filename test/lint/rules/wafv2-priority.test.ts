import { wafv2Priority } from '../../../src/lint/rules/wafv2-priority.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const acl = (...priorities: string[]) => `Parameters:
  First: {Type: Number}
Resources:
  Guard:
    Type: AWS::WAFv2::WebACL
    Properties:
      Rules:
${priorities.map((priority, at) => `        - {Name: r${at}, Priority: ${priority}}\n`).join('')}`;

tester.run(wafv2Priority, {
  valid: [
    acl('0', '1'),
    acl('!Ref First', '!Ref First', '1'),
    'Resources: {Guard: {Type: AWS::WAFv2::WebACL, Properties: {Rules: [!If [A, {Priority: 1}, {Priority: 1}]]}}}',
  ],
  invalid: [
    marked(acl('0', '1', '‹0›'), { messageId: 'twice', data: { priority: 0 } }),
    marked(acl('7', "‹'7'›", '‹7›'), 'twice'),
  ],
});
