import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { getIn, type Json } from '../../../src/model/tree.ts';
import { lineOf } from '../../line.ts';
import { functionWith } from './template.ts';

const invoked = (destination: string, more = ''): string =>
  functionWith(
    `EventInvokeConfig:\n  DestinationConfig:\n    OnFailure:\n${destination.replace(/^/gm, '      ')}\n${more}`,
  );

const at = (template: string, ...path: string[]): Json | undefined =>
  getIn(expand(template).template, 'Resources', ...path);

describe('a destination', () => {
  test('from Globals that is made for one function is there for the others', () => {
    const fn = 'Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: h, Runtime: nodejs20.x}';
    const template = `Globals: {Function: {EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}}}
Resources: {First: {${fn}}, Second: {${fn}}}`;
    const arn = { 'Fn::GetAtt': ['FirstEventInvokeConfigOnFailureQueue', 'Arn'] };
    for (const id of ['First', 'Second']) {
      const path = [`${id}EventInvokeConfig`, 'Properties', 'DestinationConfig', 'OnFailure', 'Destination'];
      expect(at(template, ...path)).toEqual(arn);
    }
    expect(at(template, 'SecondEventInvokeConfigOnFailureQueue')).toBeUndefined();
  });

  test('that is made for it is traced to the outcome', () => {
    const template = invoked('Type: SQS');
    expect(lineOf(template, at(template, 'FnEventInvokeConfigOnFailureQueue'))).toBe('OnFailure:');
  });

  test('that is missing in no case is not made', () => {
    const template = invoked('Type: SQS\nDestination: !If [C, !Ref AWS::NoValue, !Ref AWS::NoValue]');
    expect(at(template, 'FnEventInvokeConfigOnFailureQueue')).toBeUndefined();
    expect(at(template, 'FnEventInvokeConfig', 'Properties', 'DestinationConfig', 'OnFailure', 'Destination')).toEqual({
      'Fn::If': ['C', { Ref: 'AWS::NoValue' }, { Ref: 'AWS::NoValue' }],
    });
  });

  test.each([
    ['Type: SQSS', 'wrong-value', 'Fn'],
    ['Type: Lambda', 'missing-destination', 'Fn'],
    ['Type: SNS\nDestination: !If [C, a]', 'invalid-if', 'FnEventInvokeConfig'],
    ['Type: SNS\nDestination: !If [[C], a, !Ref AWS::NoValue]', 'invalid-if', 'FnEventInvokeConfig'],
  ])('%s is refused', (destination, code, logicalId) => {
    expect(expand(invoked(destination)).problems).toMatchObject([{ code, logicalId }]);
  });

  test('has the tags that the function propagates', () => {
    const template = invoked('Type: SNS', 'Tags: {a: b}\nPropagateTags: true');
    expect(at(template, 'FnEventInvokeConfigOnFailureTopic', 'Properties')).toEqual({
      Tags: [{ Key: 'a', Value: 'b' }],
    });
  });
});

test('the last queue that is made has the name of a generated destination', () => {
  const schedule = `Events:
  S:
    Type: Schedule
    Properties: {Schedule: rate(1 day), DeadLetterConfig: {Type: SQS}}`;
  const outputs = 'Outputs: {Q: {Value: !GetAtt Fn.DestinationQueue.Arn}}';
  const value = (template: string): Json | undefined =>
    getIn(expand(template + outputs).template, 'Outputs', 'Q', 'Value');
  expect(value(invoked('Type: SQS'))).toEqual({ 'Fn::GetAtt': ['FnEventInvokeConfigOnFailureQueue', 'Arn'] });
  expect(value(invoked('Type: SQS', schedule))).toEqual({ 'Fn::GetAtt': ['FnSQueue', 'Arn'] });
});
