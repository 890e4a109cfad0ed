import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';

export const eventsInputTransformer = defineRule({
  id: 'events-input-transformer',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Input of a target that cannot be taken from the event',
  description:
    'The paths of `InputPath` and `InputPathsMap` are JSON paths, which begin with `$`: `$.detail.id`. A name in angle brackets in an `InputTemplate` is a key of `InputPathsMap`, or one of the predefined `<aws.events.…>`. EventBridge refuses other targets.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
  macros: 'silent',
  messages: {
    path: "'{path}' is not a JSON path; write '$.{path}'.",
    placeholder: "'<{name}>' in 'InputTemplate' is not a key of 'InputPathsMap'.{near}",
  },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets:
      - Id: queue
        Arn: !ImportValue queue
        InputTransformer: {InputPathsMap: {id: $.detail.id}, InputTemplate: ‹'{"order": <order>}'›}
`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets:
      - Id: queue
        Arn: !ImportValue queue
        InputTransformer: {InputPathsMap: {id: $.detail.id}, InputTemplate: '{"order": <id>}'}
`,
  },
  on: ['AWS::Events::Rule'],
  check(rule, cx) {
    for (const { value: path, at } of [
      ...rule.strings('Targets', '*', 'InputPath'),
      ...rule.strings('Targets', '*', 'InputTransformer', 'InputPathsMap', '*'),
    ]) {
      if (path !== '' && !path.startsWith('$') && !path.includes('{{')) cx.report('path', at, { data: { path } });
    }
    for (const transformer of rule.all('Targets', '*', 'InputTransformer')) checkTemplate(transformer, cx);
  },
});

const placeholder = /<([\w-]{1,256})>/g;

const checkTemplate = ({ value: transformer, at }: Found, cx: RuleContext): void => {
  const maps = entryChoices(transformer, 'InputPathsMap', at);
  if (maps.some(({ value }) => !isPlainMap(value))) return;
  const keys = maps.flatMap(({ value }) => Object.keys(value as object));
  for (const { value, at: place } of entryChoices(transformer, 'InputTemplate', at)) {
    const text = cx.resolve(value);
    // Texts with tags of HTML have angle brackets of their own.
    if (!isString(text) || text.includes('</')) continue;
    for (const [, name] of text.matchAll(placeholder)) {
      if (keys.includes(name!)) continue;
      cx.report('placeholder', place, { data: { name: name!, near: didYouMean(nearest(name!, keys)) } });
    }
  }
};
