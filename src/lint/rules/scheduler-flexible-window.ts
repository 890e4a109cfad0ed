import { defineRule, type RuleContext } from '../../model/rule.ts';
import { type Choice, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow } from '../facts/templates/places.ts';
import { isIntegerIn } from '../facts/templates/range.ts';
import { scalarNumber, shown } from '../facts/texts/scalar.ts';

const minimum = 1;
const maximum = 1440;
const name = 'MaximumWindowInMinutes';

const knownModes = ['OFF', 'FLEXIBLE'];

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
  fixes: { unquoted: 'safe' },
  messages: {
    missing: "A window of the mode FLEXIBLE needs its length: 'MaximumWindowInMinutes' from {minimum} to {maximum}.",
    needless: "'MaximumWindowInMinutes' means nothing while the mode is OFF; leave it out, or set 'Mode: FLEXIBLE'.",
    mode: "'Mode' is {found}; it must be the text 'OFF' or 'FLEXIBLE'.",
    unquoted: "'Mode' is {spelt} without quotes, which YAML reads as {found}; write '{spelt}' in quotes.",
    outside: "'MaximumWindowInMinutes' is {value}; it must be an integer from {minimum} to {maximum}.",
  },
  on: ['AWS::Scheduler::Schedule'],
  check(schedule, cx) {
    for (const { value: window, at } of schedule.all('FlexibleTimeWindow')) {
      if (!isPlainMap(window)) continue;
      const modes = entryChoices(window, 'Mode', at);
      const mode = modes.length === 1 ? cx.resolve(modes[0]!.value) : undefined;
      const lengths = entryChoices(window, name, at);
      for (const given of modes) checkMode(given, cx);
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

/** Unquoted `OFF` is a truth value to YAML. */
const checkMode = ({ value, at }: Choice, cx: RuleContext): void => {
  const found = cx.resolve(value);
  if (found === undefined || knownModes.includes(String(found))) return;
  const spelt = at?.source.text.slice(at.start, at.end).toUpperCase();
  if (at && typeof value === 'boolean' && spelt !== undefined && knownModes.includes(spelt)) {
    cx.report('unquoted', at, { data: { spelt, found: String(value) }, fix: { at, text: `'${spelt}'` } });
  } else cx.report('mode', at, { data: { found: shown(found) } });
};
