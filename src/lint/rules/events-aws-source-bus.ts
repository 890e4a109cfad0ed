import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isString, type Json } from '../../model/tree.ts';
import { patternIn } from '../facts/events/pattern-map.ts';
import { entryChoices, entryItems } from '../facts/templates/choices.ts';

export const eventsAwsSourceBus = defineRule({
  id: 'events-aws-source-bus',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Rule for events of AWS on a custom bus',
  description:
    'AWS services send their events to the default bus of the account; no other sender may use a source that begins with `aws.`. A rule for them on a custom bus matches only what a rule of the default bus forwards there. Buses that the template lets others send to, or that a rule of the template forwards to, are left alone.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is-how-it-works-concepts.html',
  macros: 'silent',
  messages: {
    custom:
      "AWS services send events of '{source}' to the default bus, and no rule here forwards them to '{bus}'. Remove 'EventBusName', or forward the events.",
  },
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
Stopped:
  Type: AWS::Events::Rule
  Properties:
    EventBusName: !Ref Shop
    EventPattern: {source: ‹[aws.ec2]›}
    Targets: [{Id: queue, Arn: !ImportValue queue}]`,
    passes: `
Shop: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
Stopped:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [aws.ec2]}
    Targets: [{Id: queue, Arn: !ImportValue queue}]`,
  },
  on: ['AWS::Events::Rule'],
  reads: ['EventBusName'],
  check(rule, cx) {
    if (rule.lacks('EventBusName')) return;
    const bus = cx.target(rule.get('EventBusName'));
    if (bus?.type !== 'AWS::Events::EventBus' || !bus.lacks('EventSourceName') || mayBeFed(bus, cx)) return;
    for (const found of rule.all('EventPattern')) {
      const pattern = patternIn(found);
      if (pattern === undefined || 'fault' in pattern) continue;
      for (const { value, at } of entryChoices(pattern.map, 'source', pattern.at)) {
        const source = ofAws(value, cx);
        if (source !== undefined) cx.report('custom', at, { data: { source, bus: bus.id } });
      }
    }
  },
});

/** The first of the sources, where all of them are services of AWS. */
const ofAws = (sources: Json, cx: RuleContext): string | undefined => {
  if (!isList(sources) || sources.length === 0) return undefined;
  const known = sources.map((each) => cx.resolve(each));
  const isService = (each: Json | undefined) => isString(each) && /^aws\.(?!partner\b)/.test(each);
  return known.every(isService) ? String(known[0]) : undefined;
};

/** Whether others may send events to a bus, or a rule of the template forwards events there. */
const mayBeFed = (bus: ResourceNode, cx: RuleContext): boolean =>
  !bus.lacks('Policy') ||
  cx.resources('AWS::Events::EventBusPolicy').length > 0 ||
  cx
    .resources('AWS::Events::Rule')
    .some((rule) =>
      entryItems(rule.properties, 'Targets', undefined).some(({ value }) =>
        entryChoices(value, 'Arn', undefined).some(({ value: arn }) => cx.target(arn)?.id === bus.id),
      ),
    );
