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
      problems: [{ messageId: 'text', line: 4, column: 51, data: { name: 'ApplicationLogLevel' } }],
      output: lambda('LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: DEBUG}'),
    },
    {
      template: lambda('LoggingConfig: {SystemLogLevel: WARN}'),
      problems: [{ messageId: 'absent', line: 4, column: 34, level: 'warning' }],
      output: lambda('LoggingConfig: {LogFormat: JSON, SystemLogLevel: WARN}'),
    },
    {
      template: lambda('LoggingConfig: {LogFormat: "Text", SystemLogLevel: WARN, ApplicationLogLevel: WARN}'),
      problems: [
        { messageId: 'text', line: 4, column: 53, data: { name: 'SystemLogLevel' } },
        { messageId: 'text', line: 4, column: 75, data: { name: 'ApplicationLogLevel' } },
      ],
      output: lambda('LoggingConfig: {LogFormat: "JSON", SystemLogLevel: WARN, ApplicationLogLevel: WARN}'),
    },
  ],
});
