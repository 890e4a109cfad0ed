import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { get, isString, type Step } from '../../model/tree.ts';
import { dimensions } from '../facts/kinds/dimensions.ts';
import { mismatchOf } from '../facts/kinds/mismatch.ts';
import { formWords, shownReference } from '../facts/kinds/words.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { entryChoices, itemsOf } from '../facts/templates/choices.ts';

/** Where the types hold a metric: a map with its `Namespace` and `Dimensions`. */
const metrics: Readonly<Record<string, readonly (readonly Step[])[]>> = {
  'AWS::CloudWatch::Alarm': [[], ['Metrics', '*', 'MetricStat', 'Metric']],
  'AWS::CloudWatch::AnomalyDetector': [[], ['SingleMetricAnomalyDetector']],
  'AWS::ApplicationAutoScaling::ScalingPolicy': [
    ['TargetTrackingScalingPolicyConfiguration', 'CustomizedMetricSpecification'],
  ],
};

export const cloudwatchDimension = defineRule({
  id: 'cloudwatch-dimension',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dimension that no metric has',
  description:
    "A metric is found by its dimensions as they are: `FunctionName` is the name of a function and not its ARN, `QueueName` the name of a queue and not its URL, `LoadBalancer` the full name of a load balancer. With another text an alarm deploys, and never gets data. Checked are references to resources of the template in the dimensions of AWS's own metrics.",
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html',
  macros: 'silent',
  messages: {
    form: "'{name}' of {namespace} is {wanted}, but '{reference}' gives {given}, so the metric has no data.",
    cured:
      "'{name}' of {namespace} is {wanted}, but '{reference}' gives {given}, so the metric has no data; write '{cure}'.",
    type: "'{name}' of {namespace} means {types}, but '{id}' is {type}, so the metric has no data.",
  },
  example: {
    in: 'resources',
    fails: `
Orders: {Type: AWS::SQS::Queue}
Waiting:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/SQS
    MetricName: ApproximateNumberOfMessagesVisible
    Dimensions: [{Name: QueueName, Value: ‹!Ref Orders›}]
    Statistic: Maximum
    Period: 60
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 100
`,
    passes: `
Orders: {Type: AWS::SQS::Queue}
Waiting:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/SQS
    MetricName: ApproximateNumberOfMessagesVisible
    Dimensions: [{Name: QueueName, Value: !GetAtt Orders.QueueName}]
    Statistic: Maximum
    Period: 60
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 100
`,
  },
  on: Object.keys(metrics),
  check(node, cx) {
    for (const path of metrics[node.type]!) {
      const found = path.length === 0 ? [{ value: node.properties, at: node.at, path: [] }] : node.all(...path);
      for (const metric of found) checkMetric(metric, cx);
    }
  },
});

const checkMetric = ({ value: metric, at }: Found, cx: RuleContext): void => {
  const namespace = cx.resolve(get(metric, 'Namespace'));
  const known = isString(namespace) ? dimensions[namespace] : undefined;
  if (known === undefined) return;
  for (const { value: dimension, at: around } of entryChoices(metric, 'Dimensions', at).flatMap(itemsOf)) {
    const name = cx.resolve(get(dimension, 'Name'));
    const wanted = isString(name) && Object.hasOwn(known, name) ? known[name] : undefined;
    if (wanted === undefined) continue;
    for (const { value, at: place } of entryChoices(dimension, 'Value', around)) {
      const mismatch = mismatchOf(value, wanted, cx);
      if (!mismatch) continue;
      const { target } = mismatch;
      const data = {
        name: name as string,
        namespace: namespace as string,
        id: target.id,
        type: target.type,
        types: wanted.types.join(' or '),
        reference: shownReference(target.id, attributeOf(value)),
      };
      const related = [target.at];
      if (mismatch.kind === 'type') cx.report('type', place, { data, related });
      else if (mismatch.kind === 'attribute') {
        const given = 'something else';
        const cure = shownReference(target.id, mismatch.attribute);
        cx.report('cured', place, { data: { ...data, wanted: `its '${mismatch.attribute}'`, given, cure }, related });
      } else {
        const words = {
          wanted: [...wanted.forms].map((form) => formWords[form]).join(' or '),
          given: mismatch.kind === 'meaning' ? mismatch.means : formWords[mismatch.given],
        };
        const cure = (mismatch.kind === 'form' && mismatch.cure) || '';
        cx.report(cure === '' ? 'form' : 'cured', place, { data: { ...data, ...words, cure }, related });
      }
    }
  }
};
