import { s3LifecycleDays } from '../../../src/lint/rules/s3-lifecycle-days.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const bucket = (rule: string) => `Parameters:
  Days: {Type: Number}
Conditions:
  A: !Equals [!Ref Days, 5]
Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - {Status: Enabled, ${rule}}
`;
const move = (storage: string, days: string) => `{StorageClass: ${storage}, TransitionInDays: ${days}}`;

tester.run(s3LifecycleDays, {
  valid: [
    bucket(`Transitions: [${move('STANDARD_IA', '30')}, ${move('GLACIER', '60')}], ExpirationInDays: 61`),
    bucket(`Transitions: [${move('GLACIER', '1')}]`),
    bucket(`Transitions: [${move('STANDARD_IA', '!Ref Days')}], ExpirationInDays: 5`),
    bucket(`Transitions: [!If [A, ${move('GLACIER', '60')}, !Ref AWS::NoValue]], ExpirationInDays: 5`),
    bucket('ExpirationInDays: 5'),
  ],
  invalid: [
    marked(bucket(`Transitions: [${move('STANDARD_IA', '‹7›')}]`), {
      messageId: 'early',
      data: { class: 'STANDARD_IA', days: 7 },
    }),
    marked(bucket(`Transition: ${move('ONEZONE_IA', "‹'29'›")}`), 'early'),
    marked(bucket(`Transitions: [${move('GLACIER', '60')}], ExpirationInDays: ‹60›`), {
      messageId: 'order',
      data: { expires: 60, moves: 60 },
    }),
  ],
});
