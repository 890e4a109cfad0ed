import { inTable } from '../../model/in-table.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import {
  type PipeParameters,
  servicesOfTypes,
  sourceParameters,
  targetParameters,
} from '../facts/events/pipe-parameters.ts';

/** What every source or target has beside what is for its service. */
const ends = [
  { end: 'Source', property: 'SourceParameters', table: sourceParameters },
  { end: 'Target', property: 'TargetParameters', table: targetParameters },
];

export const pipesParameters = defineRule({
  id: 'pipes-parameters',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Parameters that do not fit the source or target of a pipe',
  description:
    'Streams, tables and topics of Kafka are read from a position or topic that `SourceParameters` names under the property of their service; streams, tasks of ECS and jobs of Batch as targets need theirs in `TargetParameters`. EventBridge refuses a pipe without them. Parameters of another service beside them are a warning. Names of sources of events that begin with `aws.` are reserved for AWS.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_CreatePipe.html',
  messages: {
    missing: "The {end} of the pipe '{id}' is one of {service}, which needs '{property}' with '{needs}' in '{around}'.",
    foreign:
      "'{found}' has no meaning for the {end} of the pipe '{id}', which is one of {service}; it takes '{property}'.",
    reserved: "'{value}' is a name of AWS; the source of your own events cannot begin with 'aws.'.",
  },
  example: {
    in: 'resources',
    fails: `
Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
Forward:
  Type: AWS::Pipes::Pipe
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/pipes
    Source: ‹!GetAtt Clicks.Arn›
    Target: arn:aws:sqs:us-east-1:111122223333:clicks`,
    passes: `
Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
Forward:
  Type: AWS::Pipes::Pipe
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/pipes
    Source: !GetAtt Clicks.Arn
    SourceParameters: {KinesisStreamParameters: {StartingPosition: LATEST}}
    Target: arn:aws:sqs:us-east-1:111122223333:clicks`,
  },
  on: ['AWS::Pipes::Pipe'],
  check(pipe, cx) {
    for (const each of ends) checkEnd(pipe, each, cx);
    for (const { value, at } of pipe.strings('TargetParameters', 'EventBridgeEventBusParameters', 'Source')) {
      if (value.startsWith('aws.')) cx.report('reserved', at, { data: { value } });
    }
  },
});

const checkEnd = (
  pipe: ResourceNode,
  { end, property: around, table }: (typeof ends)[number],
  cx: RuleContext,
): void => {
  const [only, ...others] = pipe.all(end);
  const service = only && others.length === 0 ? serviceOf(only.value, cx) : undefined;
  if (service === undefined || !Object.hasOwn(table, service)) return;
  const { property, needs }: PipeParameters = table[service]!;
  const data = { end: end.toLowerCase(), id: pipe.id, service: inTable(words, service) ?? service, property, around };
  if (!pipe.lacks(around, property)) return;
  if (needs !== undefined) return cx.report('missing', only!.at, { data: { ...data, needs } });
  for (const found of Object.values(table).map((each) => each.property)) {
    if (found === property || pipe.lacks(around, found)) continue;
    cx.report('foreign', pipe.keyPlace(around, found), { data: { ...data, found }, level: 'warning' });
  }
};

/** How a person calls the services whose names in ARNs are other ones. */
const words: Readonly<Record<string, string>> = {
  batch: 'Batch',
  dynamodb: 'DynamoDB',
  ecs: 'ECS',
  kafka: 'MSK',
  kinesis: 'Kinesis',
  lambda: 'Lambda',
  logs: 'CloudWatch Logs',
  sqs: 'SQS',
  states: 'Step Functions',
};

const serviceOf = (value: Json, cx: RuleContext): string | undefined => {
  const target = cx.target(value);
  if (target) return servicesOfTypes[target.type];
  return arnParts(value, cx)?.service;
};
