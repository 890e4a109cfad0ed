import { lambdaLoggingConfig } from '../../../src/lint/rules/lambda-logging-config.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaLoggingConfig, {
  valid: [
    lambda('LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: DEBUG}'),
    lambda('LoggingConfig: {LogFormat: Text}'),
    lambda('LoggingConfig: {LogFormat: !Ref Format, SystemLogLevel: WARN}'),
  ],
  invalid: [
    {
      template: lambda('LoggingConfig: {LogFormat: Text, ApplicationLogLevel: DEBUG}'),
      problems: [{ messageId: 'text', line: 4, column: 45, data: { name: 'ApplicationLogLevel' } }],
      output: lambda('LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: DEBUG}'),
    },
    {
      template: lambda('LoggingConfig: {SystemLogLevel: WARN}'),
      problems: [{ messageId: 'absent', line: 4, column: 34, level: 'warning' }],
    },
  ],
});
