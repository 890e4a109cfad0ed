import { expect, it } from 'vitest';
import { changeOf } from './sides.ts';

/** Milliseconds of the processor that a comparison takes. */
const timeOf = (before: string, after: string): number => {
  const start = process.cpuUsage();
  changeOf(before, after);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const least = (run: () => number): number => Math.min(run(), run());

it('takes time in proportion to how many resources are alike and without a partner', () => {
  const topics = (count: number, prefix: string): string =>
    `Resources:\n${[...Array(count).keys()].map((at) => `  ${prefix}${at}: {Type: AWS::SNS::Topic}\n`).join('')}`;
  const time = (count: number): number => least(() => timeOf(topics(count, 'A'), topics(count, 'B')));
  time(500);
  expect(time(16_000) / time(1_000)).toBeLessThan(32);
}, 120_000);

it('takes time in proportion to the events of a bucket that a function has, where something else of it changes', () => {
  const template = (count: number, handler: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  B: {Type: AWS::S3::Bucket}
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: ${handler}
      InlineCode: x
      Events:
${[...Array(count).keys()]
  .map(
    (at) =>
      `        E${at}: {Type: S3, Properties: {Bucket: !Ref B, Events: 's3:ObjectCreated:*', Filter: {S3Key: {Rules: [{Name: prefix, Value: p${at}}]}}}}\n`,
  )
  .join('')}`;
  const time = (count: number): number => least(() => timeOf(template(count, 'a.b'), template(count, 'a.c')));
  time(50);
  expect(time(800) / time(100)).toBeLessThan(20);
}, 120_000);

it('takes time in proportion to the values of a mapping and those who look one up, where one of them changes', () => {
  const template = (count: number, first: number): string => {
    const all = [...Array(count).keys()];
    return `Parameters: {P: {Type: String}}
Mappings:
  M:
${all.map((at) => `    k${at}: {a: ${at === 0 ? first : 1}, b: 2}\n`).join('')}
Resources:
${all.map((at) => `  T${at}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [M, !Ref P, a]}}\n`).join('')}`;
  };
  const time = (count: number): number => least(() => timeOf(template(count, 1), template(count, 7)));
  time(50);
  expect(time(2_000) / time(250)).toBeLessThan(20);
}, 120_000);

it('takes time in proportion to the keys under which values of a mapping are looked up', () => {
  const template = (count: number, first: number): string => {
    const all = [...Array(count).keys()];
    return `Parameters: {P: {Type: String}}
Mappings:
  M:
${all.map((at) => `    k${at}: {a${at}: ${at === 0 ? first : 1}}\n`).join('')}
Resources:
${all.map((at) => `  T${at}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [M, !Ref P, a${at}]}}\n`).join('')}`;
  };
  const time = (count: number): number => least(() => timeOf(template(count, 1), template(count, 7)));
  time(50);
  expect(time(2_000) / time(250)).toBeLessThan(20);
}, 120_000);

it('takes time in proportion to the patterns of actions of a statement, where its resource changes', () => {
  const template = (count: number, resource: string): string => {
    const letter = (at: number): string => String.fromCharCode(97 + (at % 26));
    const actions = [...Array(count).keys()].map((at) => `'s3:*${letter(at)}*${at}*'`);
    return `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Resource: '${resource}', Action: [${actions}]}]}
`;
  };
  const time = (count: number): number => least(() => timeOf(template(count, '*'), template(count, 'arn:aws:s3:::a')));
  time(50);
  expect(time(800) / time(100)).toBeLessThan(20);
}, 120_000);
