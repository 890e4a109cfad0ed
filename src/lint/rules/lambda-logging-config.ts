import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/fix.ts';

export const lambdaLoggingConfig = defineRule({
  id: 'lambda-logging-config',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Log level set with Text log format',
  description:
    '`ApplicationLogLevel` and `SystemLogLevel` need `LogFormat: JSON`. With `Text` Lambda refuses them; without a format (which is then `Text`) it is a warning.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html (cfn-lint E3696)',
  fixable: true,
  messages: {
    text: "'{name}' needs the log format JSON, not Text.",
    absent: "'{name}' needs 'LogFormat: JSON'; without it the format is Text.",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const [format] = fn.strings('LoggingConfig', 'LogFormat');
    for (const name of ['ApplicationLogLevel', 'SystemLogLevel']) {
      if (fn.lacks('LoggingConfig', name)) continue;
      const at = fn.keyPlace('LoggingConfig', name);
      if (format?.value === 'Text') {
        cx.report('text', format.at, { data: { name }, related: [at], fix: replaceLiteral(format, 'JSON') });
      } else if (fn.lacks('LoggingConfig', 'LogFormat')) cx.report('absent', at, { data: { name }, level: 'warning' });
    }
  },
});
