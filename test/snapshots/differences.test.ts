import { describe, expect, it } from 'vitest';
import type { JsonMap } from '../../src/model/tree.ts';
import { groupsBetween } from '../../src/snapshots/differences.ts';
import { differenceText } from '../../src/snapshots/report.ts';
import { originIn, sameSnapshot, snapshotText } from '../../src/snapshots/text.ts';
import { processorTime } from '../processor-time.ts';

const resource = (properties: unknown): JsonMap =>
  ({ Resources: { A: { Type: 'AWS::X::Y', Properties: properties } } }) as JsonMap;

/** What is said of a change, without places. */
const told = (before: JsonMap, after: JsonMap): string[] =>
  differenceText(groupsBetween(before, after), () => undefined)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

describe('the difference to a snapshot', () => {
  it('is nothing where only the order of keys is another', () => {
    expect(told(resource({ a: 1, b: 2 }), resource({ b: 2, a: 1 }))).toEqual([]);
  });

  it('is the smallest part that is not the same', () => {
    expect(told(resource({ a: { b: 1, c: 2 } }), resource({ a: { b: 1, c: 3 } }))).toEqual([
      '~ A (AWS::X::Y)',
      'Properties.a.c: 2 → 3',
    ]);
  });

  it('of a list is what lies between the items that are the same', () => {
    expect(told(resource({ a: [1, 2, 3] }), resource({ a: [1, 9, 2, 3] }))).toEqual([
      '~ A (AWS::X::Y)',
      'Properties.a.1: + 9',
    ]);
    expect(told(resource({ a: [1, 2, 3] }), resource({ a: [1, 3] }))).toEqual([
      '~ A (AWS::X::Y)',
      'Properties.a.1: - 2',
    ]);
    expect(told(resource({ a: [1, 1] }), resource({ a: [1, 1, 1] }))).toEqual([
      '~ A (AWS::X::Y)',
      'Properties.a.2: + 1',
    ]);
  });

  it('names entries of other sections, and sections that are one value', () => {
    const [before, after] = [
      { Description: 'a', Outputs: { Url: { Value: 'x' } } },
      { Description: 'b', Outputs: { Url: { Value: 'x' }, Arn: { Value: 'y' } }, Resources: {} },
    ] as unknown as [JsonMap, JsonMap];
    expect(told(before, after)).toEqual(['~ Description', 'a → b', '+ Outputs.Arn: {Value: y}']);
  });

  it('names resources that are no map as a whole', () => {
    const list = { Resources: [1, 2] } as unknown as JsonMap;
    expect(told(list, { Resources: [1, 3] } as unknown as JsonMap)).toEqual(['~ Resources', '1: 2 → 3']);
    expect(told(list, { Resources: {} })).toEqual(['~ Resources', '[1, 2] → {}']);
    expect(told({}, list)).toEqual(['+ Resources: [1, 2]']);
    expect(told(list, {})).toEqual(['- Resources']);
  });

  it('says that a long value changed where the difference is not shown', () => {
    const long = 'x'.repeat(300);
    expect(told(resource({ a: long }), resource({ a: `${long}y` }))[1]).toMatch(/^Properties\.a: x+… changed$/);
  });

  it('counts what is too much to read', () => {
    const many = (value: number) =>
      resource(Object.fromEntries([...Array(30).keys()].map((key) => [`p${key}`, value])));
    expect(told(many(1), many(2)).at(-1)).toBe('and 10 more differences');
  });

  it('shows nothing raw that a terminal obeys', () => {
    const hostile = '\u001b]0;x\u0007\n::error::x';
    const after = {
      Resources: { [hostile]: { Type: hostile } },
      Outputs: { [hostile]: hostile },
    } as unknown as JsonMap;
    const text = differenceText(groupsBetween({ Outputs: { [hostile]: 'x' } }, after), () => undefined);
    expect(text).not.toMatch(/[\0-\x08\v-\x1f]|^::/m);
  });

  it('of two large lists is found in time that grows with their length', () => {
    const list = (from: number) => resource({ a: [...Array(50_000).keys()].map((each) => each * 2 + from) });
    const milliseconds = processorTime(() => {
      expect(groupsBetween(list(0), list(1))[0]!.differences).toHaveLength(50_000);
    });
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe('the text of a snapshot', () => {
  const text = snapshotText({ template: '../a, b.yaml', stage: 'prod' }, { Resources: {} });

  it('says what it was made from', () => {
    expect(originIn(text)).toEqual({ template: '../a, b.yaml', stage: 'prod' });
    expect(originIn(text.replaceAll('\n', '\r\n'))).toEqual({ template: '../a, b.yaml', stage: 'prod' });
    expect(originIn(snapshotText({ template: 't.yaml', stage: undefined }, {}))).toEqual({
      template: 't.yaml',
      stage: undefined,
    });
    expect(originIn('Resources: {}\n')).toBeUndefined();
    expect(originIn('# Snapshot of the database\n# by me\n')).toBeUndefined();
  });

  it('is the same with the line ends of Windows', () => {
    expect(sameSnapshot(text.replaceAll('\n', '\r\n'), text)).toBe(true);
    expect(sameSnapshot(`${text}#`, text)).toBe(false);
  });
});
