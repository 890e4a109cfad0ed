import { defineRule } from '../../model/rule.ts';
import { roleBehind, roleMay, roleTrusts } from '../facts/access/role.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

const action = 'logs:CreateLogDelivery';
const on = ['ALL', 'ERROR', 'FATAL'];

export const sfnLoggingPermission = defineRule({
  id: 'sfn-logging-permission',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'State machine that cannot write its logs',
  description:
    'Step Functions refuses a state machine with logging whose role does not allow `logs:CreateLogDelivery` (the whole list of actions is in the guide; the managed policy `CloudWatchLogsFullAccess` has them all), and a log group whose ARN does not end with `:*`. SAM adds no permission for logs to the role that it makes, so `Policies` needs it. Roles of other stacks, and policies that cannot be seen here, are not judged.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  messages: {
    role: "The role '{role}' does not allow {action}, so Step Functions refuses the logging of '{id}'; allow the actions for log deliveries, or attach CloudWatchLogsFullAccess.",
    arn: "The ARN of the log group must end with ':*'; write '!GetAtt Group.Arn', or add it.",
  },
  example: {
    in: 'resources',
    fails: `
Log:
  Type: AWS::Logs::LogGroup
  Properties: {RetentionInDays: 14}
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}
    Policies: [SNSCrudPolicy: {TopicName: news}]
    ‹Logging›: {Level: ERROR, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !GetAtt Log.Arn}}]}`,
    passes: `
Log:
  Type: AWS::Logs::LogGroup
  Properties: {RetentionInDays: 14}
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}
    Policies: [SNSCrudPolicy: {TopicName: news}, CloudWatchLogsFullAccess]
    Logging: {Level: ERROR, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !GetAtt Log.Arn}}]}`,
  },
  on: ['AWS::StepFunctions::StateMachine'],
  check(machine, cx) {
    const logging = machine.all('LoggingConfiguration');
    const levels = machine.strings('LoggingConfiguration', 'Level');
    if (logging.length !== 1 || levels.length !== 1 || !on.includes(levels[0]!.value)) return;
    for (const { value, at } of machine.all(
      'LoggingConfiguration',
      'Destinations',
      '*',
      'CloudWatchLogsLogGroup',
      'LogGroupArn',
    )) {
      const text = symbolicText(value, cx);
      const last = /\$\{([A-Za-z0-9]+)\}$/.exec(text)?.[1];
      const isOpen = text.endsWith('}') && cx.resource(last ?? '')?.type !== 'AWS::Logs::LogGroup';
      if (text.startsWith('arn:') && !text.endsWith(':*') && !isOpen) cx.report('arn', at);
    }
    const role = roleBehind(machine.get('RoleArn') ?? null, cx);
    if (!role || roleTrusts(role, 'states', cx) === 'no') return;
    if (roleMay(role, [action], undefined, cx).answer !== 'no') return;
    cx.report('role', machine.keyPlace('LoggingConfiguration'), {
      data: { role: role.id, action, id: machine.id },
      related: [role.at],
    });
  },
});
