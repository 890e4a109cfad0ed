import { cloudwatchMetricMath } from '../../../src/lint/rules/cloudwatch-metric-math.ts';
import { tester } from '../tester.ts';

const alarm = (expression: string, more = '', metrics = '{Id: b, ReturnData: false}, {Id: c2, ReturnData: "false"}') =>
  `Resources:
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics: [{Id: a, Expression: ${expression}}, ${metrics}]${more}
`;

tester.run(cloudwatchMetricMath, {
  valid: [
    alarm('b / c2 * 1e3'),
    alarm('"IF(b > 0.5 AND c2 < 2, FILL(b, REPEAT), 0)"'),
    alarm(`"SEARCH('{AWS/Lambda,FunctionName} errors', 'Sum', 300)"`),
    alarm(`'SELECT AVG(latency) FROM shop WHERE stage = "live"'`),
    alarm('!Ref Expression'),
    alarm("!Sub 'b / ${other}'"),
    // An alarm on a band looks at the metric and at the band.
    alarm('ANOMALY_DETECTION_BAND(b, 2)', '\n      ThresholdMetricId: a', '{Id: b}'),
    alarm('b', '', '{Id: b, ReturnData: !Ref Flag}'),
    alarm('other', '', '!Ref Metrics'),
    'Resources: {Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: a}}}\n',
  ],
  invalid: [
    {
      template: alarm('b / c3'),
      problems: [{ messageId: 'unknown', line: 5, column: 37, data: { name: 'c3', near: " Did you mean 'c2'?" } }],
    },
    {
      template: alarm('b / total'),
      problems: [{ messageId: 'unknown', line: 5, column: 37, data: { name: 'total', near: '' } }],
    },
    {
      template: alarm('b + c', '', '{Id: b}, {Id: c, ReturnData: true}'),
      problems: [{ messageId: 'several', line: 5, column: 7, data: { count: 3 } }],
    },
    {
      template: alarm('b', '', '{Id: b, ReturnData: false}').replace('Id: a,', 'Id: a, ReturnData: false,'),
      problems: [{ messageId: 'none', line: 5, column: 7 }],
    },
  ],
});
