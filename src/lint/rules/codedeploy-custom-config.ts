import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isIntegerIn } from '../facts/templates/range.ts';

const percentage = { minimum: 1, maximum: 99 };
const interval = { minimum: 1, maximum: 2880 };
const maximumName = 100;
const reserved = 'CodeDeployDefault.';
const blocks = ['TimeBasedCanary', 'TimeBasedLinear'];

/** All steps of a linear deployment but the last wait once. */
const linearMinutes = (percent: number, minutes: number): number => Math.ceil(100 / percent - 1) * minutes;

const checkLinear = (config: ResourceNode, cx: RuleContext): void => {
  const only = (name: string): Found<number> | undefined => {
    const found = config.numbers('TrafficRoutingConfig', 'TimeBasedLinear', name);
    return found.length === 1 && !found[0]!.path.includes('Fn::If') ? found[0] : undefined;
  };
  const percent = only('LinearPercentage');
  const minutes = only('LinearInterval');
  if (!percent || !minutes || percent.value < percentage.minimum || minutes.value > interval.maximum) return;
  const total = linearMinutes(percent.value, minutes.value);
  if (total <= interval.maximum) return;
  cx.report('total', minutes.at, { data: { total, maximum: interval.maximum }, related: [percent.at] });
};

export const codedeployCustomConfig = defineRule({
  id: 'codedeploy-custom-config',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Custom deployment config out of range',
  description:
    'A canary or linear deployment shifts 1 to 99 percent at a time and waits 1 to 2,880 minutes in between; a linear one takes at most 2,880 minutes in all. `Type` names the block that is given, and the name of the configuration has at most 100 characters and does not begin with `CodeDeployDefault.`.',
  source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html',
  messages: {
    outside: "'{name}' is {value}; it must be an integer from {minimum} to {maximum}.",
    total:
      'The linear deployment takes {total} minutes in all; at most {maximum} are allowed. Shift more at a time, or wait less.',
    block: "'Type' is {type}, so 'TrafficRoutingConfig' needs its settings as '{type}'{found}.",
    otherBlock: "'Type' is {type}, so '{name}' is not allowed here.",
    length: 'The name has {length} characters; at most {maximum} are allowed.',
    reserved: "Names that begin with 'CodeDeployDefault.' are CodeDeploy's own.",
  },
  example: {
    in: 'resources',
    fails: `
Slowly:
  Type: AWS::CodeDeploy::DeploymentConfig
  Properties:
    ComputePlatform: Lambda
    TrafficRoutingConfig:
      Type: TimeBasedCanary
      TimeBasedCanary: {CanaryInterval: 10, CanaryPercentage: ‹120›}`,
    passes: `
Slowly:
  Type: AWS::CodeDeploy::DeploymentConfig
  Properties:
    ComputePlatform: Lambda
    TrafficRoutingConfig:
      Type: TimeBasedCanary
      TimeBasedCanary: {CanaryInterval: 10, CanaryPercentage: 20}`,
  },
  on: ['AWS::CodeDeploy::DeploymentConfig'],
  check(config, cx) {
    for (const { value, at } of config.strings('DeploymentConfigName')) {
      const { length } = value;
      if (length > maximumName) cx.report('length', at, { data: { length, maximum: maximumName } });
      if (value.startsWith(reserved)) cx.report('reserved', at);
    }
    for (const kind of ['Canary', 'Linear']) {
      const block = ['TrafficRoutingConfig', `TimeBased${kind}`];
      for (const [name, range] of [
        [`${kind}Percentage`, percentage],
        [`${kind}Interval`, interval],
      ] as const) {
        for (const { value, at } of config.numbers(...block, name)) {
          if (!isIntegerIn(value, range)) cx.report('outside', at, { data: { name, value, ...range } });
        }
      }
    }
    checkLinear(config, cx);
    for (const { value: type, at } of config.strings('TrafficRoutingConfig', 'Type')) {
      const given = blocks.filter((name) => !config.lacks('TrafficRoutingConfig', name));
      const others = given.filter((name) => name !== type);
      if (blocks.includes(type) && !given.includes(type)) {
        const found = others.length === 0 ? '' : `, not '${others.join("' and '")}'`;
        cx.report('block', at, { data: { type, found } });
      } else {
        for (const name of others) {
          cx.report('otherBlock', config.keyPlace('TrafficRoutingConfig', name), {
            data: { type, name },
            related: [at],
          });
        }
      }
    }
  },
});
