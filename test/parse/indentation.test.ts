import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.ts';
import { positionOf } from '../../src/report/position.ts';

const told = (text: string): string[] =>
  parse(text).findings.map(({ text: words, span }) => `${positionOf(span!).line}: ${words}`);

const topic = '  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: a\n';

test.each([
  [
    'a resource too far to the left',
    `Resources:\n${topic} U:\n    Type: AWS::SNS::Topic\n`,
    ["6: The resource 'U' is indented by 1 space; like 'T' it must be indented by 2."],
  ],
  [
    'a resource too far to the right',
    `Resources:\n${topic}   U:\n    Type: AWS::SNS::Topic\n`,
    ["6: The resource 'U' is indented by 3 spaces; like 'T' it must be indented by 2."],
  ],
  [
    'an attribute of a resource',
    `Resources:\n${topic}   DependsOn: U\n`,
    ["6: 'DependsOn' is indented by 3 spaces; beside 'Properties' it must be 4."],
  ],
  [
    'a property deeper than the others',
    `Resources:\n${topic}       TopicName: b\n`,
    ["6: 'TopicName' is indented by 7 spaces; beside 'DisplayName' it must be 6."],
  ],
  [
    'one tab',
    `Resources:\n  T:\n\tType: AWS::SNS::Topic\n    Properties: {}\n`,
    ['3: This line is indented with a tab; YAML takes spaces only.'],
  ],
  [
    'tabs everywhere',
    'Resources:\n\tT:\n\t\tType: AWS::SNS::Topic\n\tU:\n\t\tType: AWS::SNS::Topic\n',
    ['2: This line is indented with a tab; YAML takes spaces only. So are 3 other lines.'],
  ],
  [
    'a quote that is never closed behind a tab',
    "a:\n\tb: c\nd: 'e\n",
    ['2: This line is indented with a tab; YAML takes spaces only.', '3: The quote that opens here is never closed.'],
  ],
])('says how to indent %s, once', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('explains a number of lines, however many are wrong', () => {
  const text = `Resources:\n${topic}${'   DependsOn: U\n'.repeat(2000)}`;
  const start = performance.now();
  expect(told(text).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
