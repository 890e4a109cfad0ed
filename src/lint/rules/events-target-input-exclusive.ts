import type { Cause } from '../../model/origin.ts';
import { defineRule, type RuleContext } from '../../model/rule.ts';
import { get, isString, type JsonMap } from '../../model/tree.ts';
import { type Choice, choicesOf, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow } from '../facts/templates/places.ts';
import { readJson } from '../facts/texts/json-text.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

const inputs = ['Input', 'InputPath', 'InputTransformer'];
const maximumLength = 8192;

/** The inputs that a target certainly has, whichever branches of `Fn::If` are deployed. */
const certainInputs = (target: JsonMap): string[] =>
  inputs.filter((name) => choicesOf(get(target, name), undefined).every(({ value }) => value !== undefined));

const checkLength = (name: string, text: string, at: Cause | undefined, cx: RuleContext): boolean => {
  if (text.length <= maximumLength) return true;
  cx.report('length', at, { data: { name, length: text.length, maximum: maximumLength } });
  return false;
};

const checkInput = ({ value, at }: Choice, cx: RuleContext): void => {
  const text = cx.resolve(value);
  if (!isString(text) || text.includes('{{resolve:') || !checkLength('Input', text, at, cx)) return;
  // Only a text that stands there itself shows where in it the fault is.
  const written = isString(value) ? writtenScalar(text, at) : { text, span: () => at };
  const result = readJson(written);
  if (!('expected' in result)) return;
  if (/^[\w .,-]+$/.test(text)) {
    cx.report('bare', at, { data: { text: text.length > 40 ? `${text.slice(0, 40)}…` : text } });
    return;
  }
  cx.report('json', result.at, { data: { expected: result.expected, found: result.found } });
};

export const eventsTargetInputExclusive = defineRule({
  id: 'events-target-input-exclusive',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Conflicting target input settings',
  description:
    'A target gets the event unchanged, or what one of `Input`, `InputPath` and `InputTransformer` makes of it: no two of them. `Input` is JSON of at most 8,192 characters, and so long may an `InputTemplate` be. (That an event has not both `State` and `Enabled` is checked by the transform.)',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
  messages: {
    several: "{given} cannot be given together; a target takes one of 'Input', 'InputPath' and 'InputTransformer'.",
    json: "'Input' must be JSON: {expected} is expected here, not {found}.",
    bare: "'Input' must be JSON, in which a string has double quotes: '\"{text}\"'.",
    length: "'{name}' has {length} characters; at most {maximum} are allowed.",
  },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: !ImportValue queue, Input: '{}', ‹InputPath›: $.detail}]`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: !ImportValue queue, InputPath: $.detail}]`,
  },
  on: ['AWS::Events::Rule'],
  check(rule, cx) {
    for (const { value: target, at } of rule.all('Targets', '*')) {
      if (!isPlainMap(target)) continue;
      const given = certainInputs(target)
        .map((name) => ({ name, key: keyBelow(target, at, name) }))
        .sort((one, other) => (one.key?.start ?? 0) - (other.key?.start ?? 0));
      const last = given.at(-1);
      if (last && given.length > 1) {
        const names = given.map(({ name }) => `'${name}'`).join(' and ');
        cx.report('several', last.key, { data: { given: names }, related: given.slice(0, -1).map(({ key }) => key) });
      }
      for (const input of entryChoices(target, 'Input', at)) checkInput(input, cx);
      for (const { value: transformer, at: around } of entryChoices(target, 'InputTransformer', at)) {
        if (!isPlainMap(transformer)) continue;
        for (const template of entryChoices(transformer, 'InputTemplate', around)) {
          const text = cx.resolve(template.value);
          if (isString(text)) checkLength('InputTemplate', text, template.at, cx);
        }
      }
    }
  },
});
