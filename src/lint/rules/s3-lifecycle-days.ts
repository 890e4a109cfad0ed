import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';

/** Objects stay so many days in S3 Standard before they may move to a class for infrequent access. */
const infrequent = { classes: ['STANDARD_IA', 'ONEZONE_IA'], days: 30 };

export const s3LifecycleDays = defineRule({
  id: 's3-lifecycle-days',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Days of a lifecycle rule that S3 refuses',
  description:
    'Objects stay at least 30 days in S3 Standard before a lifecycle rule may move them to `STANDARD_IA` or `ONEZONE_IA`, and they expire later than they move. S3 refuses other rules. Checked are numbers that are known before the deployment.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
  messages: {
    early: 'Objects move to {class} after {days} days; S3 allows that after {least} days at the earliest.',
    order:
      'Objects expire after {expires} days, and move to another class only after {moves} days; let them expire later.',
  },
  example: {
    in: 'resources',
    fails: `
Photos:
  Type: AWS::S3::Bucket
  Properties:
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          Transitions:
            - {StorageClass: STANDARD_IA, TransitionInDays: ‹7›}
`,
    passes: `
Photos:
  Type: AWS::S3::Bucket
  Properties:
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          Transitions:
            - {StorageClass: STANDARD_IA, TransitionInDays: 30}
`,
  },
  on: ['AWS::S3::Bucket'],
  check(bucket, cx) {
    for (const { path } of bucket.all('LifecycleConfiguration', 'Rules', '*')) checkRule(bucket, path, cx);
  },
});

const checkRule = (bucket: ResourceNode, rule: readonly Step[], cx: RuleContext): void => {
  const transitions = [...bucket.all(...rule, 'Transitions', '*'), ...bucket.all(...rule, 'Transition')];
  const moves = transitions.flatMap(({ path }) => bucket.numbers(...path, 'TransitionInDays'));
  for (const { path } of transitions) checkClass(bucket, path, cx);
  const expiries = bucket.numbers(...rule, 'ExpirationInDays');
  const first = expiries.length === 1 ? expiries[0]! : undefined;
  const late = first && moves.find(({ value }) => value >= first.value);
  if (!first || !late || isChosen(bucket, rule)) return;
  cx.report('order', first.at, { data: { expires: first.value, moves: late.value }, related: [late.at] });
};

const checkClass = (bucket: ResourceNode, path: readonly Step[], cx: RuleContext): void => {
  const classes = bucket.strings(...path, 'StorageClass');
  if (classes.length !== 1 || !infrequent.classes.includes(classes[0]!.value)) return;
  const days: readonly Found<number>[] = bucket.numbers(...path, 'TransitionInDays');
  for (const { value, at } of days) {
    if (value >= infrequent.days) continue;
    cx.report('early', at, { data: { class: classes[0]!.value, days: value, least: infrequent.days } });
  }
};

/** Whether a condition says which transitions there are, or when objects expire. */
const isChosen = (bucket: ResourceNode, rule: readonly Step[]): boolean =>
  ['Transitions', 'Transition', 'ExpirationInDays'].some((name) => holdsChoice(bucket.get(...rule, name)));

const holdsChoice = (value: unknown): boolean => value !== undefined && JSON.stringify(value).includes('"Fn::If"');
