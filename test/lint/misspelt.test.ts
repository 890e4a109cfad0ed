import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { lint } from '../../src/lint/lint.ts';

const told = (resource: string): string[] =>
  lint(`Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n${resource.replace(/^/gm, '    ')}\n`, {
    specs: bundledSpecs,
  })
    .problems.filter(({ level }) => level !== 'info')
    .map(({ line, code, message }) => `${line} ${code} ${/Did you mean '(\w+)'/.exec(message)?.[1]}`);

const fn = 'Type: AWS::Serverless::Function\nProperties:\n  InlineCode: x\n  ';

describe('a misspelt property', () => {
  it.each([
    ['of a function', `${fn}Handler: index.b\n  Runtim: nodejs24.x`, '8 unknown-property Runtime'],
    ['that is required of a zip package', `${fn}Handlr: index.b\n  Runtime: nodejs24.x`, '7 unknown-property Handler'],
    [
      'of a state machine',
      'Type: AWS::Serverless::StateMachine\nProperties:\n  Definitio: {StartAt: B, States: {B: {Type: Succeed}}}',
      '6 unknown-property Definition',
    ],
    [
      'of an event',
      `${fn}Handler: index.b\n  Runtime: nodejs24.x\n  Events: {E: {Type: Schedule, Properties: {Schdule: rate(1 day)}}}\n  EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}`,
      '9 unknown-property Schedule',
    ],
    [
      'of a closed map inside',
      `${fn}Handler: index.b\n  Runtime: nodejs24.x\n  EphemeralStorage: {Siz: 512}`,
      '9 cfn-unknown-property Size',
    ],
    [
      'that the transform drops',
      'Type: AWS::Serverless::SimpleTable\nProperties:\n  PrimaryKey: {Name: id, Typ: String}',
      '6 sam-unknown-key Type',
    ],
    [
      'of a plain resource',
      "Type: AWS::SQS::QueuePolicy\nProperties:\n  Queus: ['https://a']\n  PolicyDocument: {Version: '2012-10-17', Statement: []}",
      '6 cfn-unknown-property Queues',
    ],
  ])('%s is one finding, not two', (_, resource, expected) => {
    expect(told(resource)).toEqual([expected]);
  });

  it('has its value checked as that of the property it is meant for', () => {
    expect(told(`${fn}Handler: index.b\n  Runtime: nodejs24.x\n  Timeot: 1000`)).toEqual([
      '9 unknown-property Timeout',
      '9 lambda-timeout-range undefined',
    ]);
  });

  it('is no other one where the names are not alike, or the other is there as well', () => {
    expect(told(`${fn}Handler: index.b\n  Runtime: nodejs24.x\n  Runtim: nodejs24.x`)).toEqual([
      '9 unknown-property Runtime',
    ]);
    expect(told(`${fn}Handler: index.b\n  Sorcery: 1`).map((each) => each.split(' ')[1])).toContain(
      'lambda-zip-requires-handler-runtime',
    );
  });
});
