import { describe, expect, it } from 'vitest';
import { saidBy } from './said.ts';

const fn = (more: string, others = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Threshold: 1, EvaluationPeriods: 1, ComparisonOperator: GreaterThanThreshold}}
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      CodeUri: s3://code/orders.zip
${more}${others}`;
const live = '      AutoPublishAlias: live\n';

describe('alias-removed', () => {
  const text =
    "warning alias-removed old.yaml:10 The function 'Orders' loses its alias 'live': calls to the ARN that ends in ':live' fail.";

  it('is said of an alias that goes or gets another name', () => {
    expect(saidBy('alias-removed', fn(live), fn(''))).toEqual([text]);
    expect(saidBy('alias-removed', fn(live), fn('      AutoPublishAlias: prod\n'))).toEqual([
      `${text} Its only alias is now 'prod'.`,
    ]);
  });

  it('is said of an alias that is written by hand, at the line of its name', () => {
    const own = (name: string) =>
      fn(
        '',
        `  One: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Orders}}
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      FunctionName: !Ref Orders
      FunctionVersion: !GetAtt One.Version
      Name: ${name}
`,
      );
    expect(saidBy('alias-removed', own('a'), own('b'))).toEqual([
      expect.stringContaining("warning alias-removed new.yaml:16 The function 'Orders' loses its alias 'a'"),
    ]);
    expect(saidBy('alias-removed', own('a'), own('a').replaceAll('Live:', 'Other:'))).toEqual([]);
    expect(saidBy('alias-removed', own('a'), own('a').replace('zip', 'jar'))).toEqual([]);
  });

  it('is said of an alias of a state machine', () => {
    const flow = (alias: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      AutoPublishAlias: ${alias}
      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
`;
    expect(saidBy('alias-removed', flow('live'), flow('prod'))).toEqual([
      "warning alias-removed old.yaml:6 The state machine 'Flow' loses its alias 'live': calls to the ARN that ends in ':live' fail. Its only alias is now 'prod'.",
    ]);
    expect(saidBy('alias-removed', flow('live'), flow('live').replace('Succeed', 'Fail'))).toEqual([]);
  });

  it('is not said where the function goes, too', () => {
    const topic = '  Topic: {Type: AWS::SNS::Topic}\n';
    const none = `Transform: AWS::Serverless-2016-10-31\nResources:\n${topic}`;
    expect(saidBy('alias-removed', fn(live, topic), none)).toEqual([]);
  });
});

describe('rollout-weakened', () => {
  const preference = (text: string) => fn(`${live}      DeploymentPreference: ${text}\n`);
  const canary = preference('{Type: Canary10Percent5Minutes, Alarms: [!Ref Alarm]}');
  const weaker = (after: string, before = canary) => saidBy('rollout-weakened', before, after);
  const atOnce =
    'a new version receives all traffic at once, no longer step by step (CodeDeployDefault.LambdaCanary10Percent5Minutes)';

  it('is said where traffic no longer shifts step by step', () => {
    expect(weaker(preference('{Type: AllAtOnce, Alarms: [!Ref Alarm]}'))).toEqual([
      `warning rollout-weakened new.yaml:11 Deployments of 'Orders' are less protected: ${atOnce}.`,
    ]);
    const both = `warning rollout-weakened old.yaml:11 Deployments of 'Orders' are less protected: ${atOnce} and the alarm 'Alarm' no longer rolls them back.`;
    expect(weaker(fn(live))).toEqual([both]);
    expect(weaker(preference('{Enabled: false, Type: Canary10Percent5Minutes, Alarms: [!Ref Alarm]}'))).toEqual([both]);
  });

  it('is said where an alarm or a hook is gone', () => {
    expect(weaker(preference('{Type: Canary10Percent5Minutes}'))).toEqual([
      "warning rollout-weakened new.yaml:11 Deployments of 'Orders' are less protected: the alarm 'Alarm' no longer rolls them back.",
    ]);
    const hooks = preference('{Type: AllAtOnce, Hooks: {PreTraffic: !Ref Orders}}');
    expect(weaker(preference('{Type: AllAtOnce}'), hooks)).toEqual([
      expect.stringContaining("the hook 'BeforeAllowTrafficHook' no longer runs"),
    ]);
  });

  it('is not said of what protects as well as before', () => {
    expect(weaker(preference('{Type: Linear10PercentEvery1Minute, Alarms: [!Ref Alarm]}'))).toEqual([]);
    expect(weaker(canary.replace('zip', 'jar'))).toEqual([]);
    expect(weaker(canary.replaceAll('Alarm:', 'Bell:').replaceAll('!Ref Alarm', '!Ref Bell'))).toEqual([]);
    expect(weaker(fn(live), preference('{Type: AllAtOnce}'))).toEqual([]);
  });
});
