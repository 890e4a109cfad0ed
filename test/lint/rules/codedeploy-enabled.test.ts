import { codedeployEnabled } from '../../../src/lint/rules/codedeploy-enabled.ts';
import { marked } from '../marked.ts';
import { gradual } from '../templates.ts';
import { tester } from '../tester.ts';

const preference = (enabled: string) => gradual(`{Enabled: ${enabled}, Type: AllAtOnce}`);

tester.run(codedeployEnabled, {
  valid: [
    preference('true'),
    preference('false'),
    preference("'false'"),
    preference('!Ref Enabled'),
    gradual('{Type: !If [IsProd, Linear10PercentEvery1Minute, AllAtOnce]}'),
  ],
  invalid: [
    marked(preference('‹!If [IsProd, true, false]›'), { messageId: 'condition', data: { name: 'Fn::If' } }),
    marked(preference('‹!Equals [!Ref Stage, prod]›'), { messageId: 'condition', data: { name: 'Fn::Equals' } }),
    marked(preference("‹'no'›"), { messageId: 'text', data: { found: 'no' } }),
  ],
});
