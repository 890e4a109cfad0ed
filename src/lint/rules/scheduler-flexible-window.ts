import { defineRule } from '../../model/rule.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow } from '../facts/templates/places.ts';
import { isIntegerIn } from '../facts/templates/range.ts';
import { scalarNumber } from '../facts/texts/scalar.ts';

const minimum = 1;
const maximum = 1440;
const name = 'MaximumWindowInMinutes';

export const schedulerFlexibleWindow = defineRule({
  id: 'scheduler-flexible-window',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid flexible time window',
  description:
    'A `FlexibleTimeWindow` of the mode `FLEXIBLE` says in `MaximumWindowInMinutes` how long it is: 1 to 1,440 minutes. One of the mode `OFF` has no length.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-scheduler-schedule-flexibletimewindow.html',
  messages: {
    missing: "A window of the mode FLEXIBLE needs its length: 'MaximumWindowInMinutes' from {minimum} to {maximum}.",
    needless: "'MaximumWindowInMinutes' has no effect while the mode is OFF; remove it, or set 'Mode: FLEXIBLE'.",
    outside: "'MaximumWindowInMinutes' is {value}; it must be an integer from {minimum} to {maximum}.",
  },
  example: {
    in: 'resources',
    fails: `
Nightly:
  Type: AWS::Scheduler::Schedule
  Properties:
    ScheduleExpression: rate(1 day)
    FlexibleTimeWindow: {Mode: ‹FLEXIBLE›}
    Target: {Arn: !ImportValue queue, RoleArn: !ImportValue role}`,
    passes: `
Nightly:
  Type: AWS::Scheduler::Schedule
  Properties:
    ScheduleExpression: rate(1 day)
    FlexibleTimeWindow: {Mode: FLEXIBLE, MaximumWindowInMinutes: 15}
    Target: {Arn: !ImportValue queue, RoleArn: !ImportValue role}`,
  },
  on: ['AWS::Scheduler::Schedule'],
  check(schedule, cx) {
    for (const { value: window, at } of schedule.all('FlexibleTimeWindow')) {
      if (!isPlainMap(window)) continue;
      const modes = entryChoices(window, 'Mode', at);
      const mode = modes.length === 1 ? cx.resolve(modes[0]!.value) : undefined;
      const lengths = entryChoices(window, name, at);
      if (mode === 'FLEXIBLE' && lengths.length === 0) {
        cx.report('missing', modes[0]!.at, { data: { minimum, maximum } });
      }
      if (mode === 'OFF' && lengths.length > 0) {
        cx.report('needless', keyBelow(window, at, name), { related: [modes[0]!.at] });
        continue;
      }
      for (const length of lengths) {
        const value = scalarNumber(cx.resolve(length.value));
        if (value === undefined || isIntegerIn(value, { minimum, maximum })) continue;
        cx.report('outside', length.at, { data: { value, minimum, maximum } });
      }
    }
  },
});
