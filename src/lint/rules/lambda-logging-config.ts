import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { insertBefore } from '../facts/edits/entry.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

export const lambdaLoggingConfig = defineRule({
  id: 'lambda-logging-config',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Log level set with Text log format',
  description:
    '`ApplicationLogLevel` and `SystemLogLevel` need `LogFormat: JSON`. With `Text` Lambda refuses them; without a format (which is then `Text`) it is a warning.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html (cfn-lint E3696)',
  fixes: { text: 'unsafe', absent: 'unsafe' },
  messages: {
    text: "'{name}' needs the log format JSON, not Text; set 'LogFormat: JSON', or remove '{name}'.",
    absent: "'{name}' needs 'LogFormat: JSON'; without it the format is Text.",
  },
  example: {
    in: 'function',
    fails: 'LoggingConfig: {LogFormat: Text, ‹ApplicationLogLevel›: DEBUG}',
    passes: 'LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: DEBUG}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['LoggingConfig'],
  check(fn, cx) {
    const [format] = fn.strings('LoggingConfig', 'LogFormat');
    const given = ['ApplicationLogLevel', 'SystemLogLevel'].filter((name) => !fn.lacks('LoggingConfig', name));
    for (const [index, name] of given.entries()) {
      const at = fn.keyPlace('LoggingConfig', name);
      const data = { name };
      if (format?.value === 'Text') {
        const fix = index === 0 ? replaceLiteral(format, 'JSON') : undefined;
        cx.report('text', at, { data, related: [format.at], fix });
      } else if (fn.lacks('LoggingConfig', 'LogFormat')) {
        const fix = index === 0 ? insertBefore(entryOf(fn.get('LoggingConfig'), name), 'LogFormat', 'JSON') : undefined;
        cx.report('absent', at, { data, level: 'warning', fix });
      }
    }
  },
});
