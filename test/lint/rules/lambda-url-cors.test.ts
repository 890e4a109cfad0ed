import { lambdaUrlCors } from '../../../src/lint/rules/lambda-url-cors.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const url = (cors: string) => `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties:
      Cors: {${cors}}
`;

tester.run(lambdaUrlCors, {
  valid: [
    url('MaxAge: 86400, AllowMethods: [GET, "*"], AllowOrigins: ["https://a.example"], AllowCredentials: true'),
    url('AllowOrigins: ["*"], AllowHeaders: !Ref Headers'),
    url(`AllowHeaders: [${Array.from({ length: 100 }, (_, at) => `h${at}`)}]`),
  ],
  invalid: [
    {
      template: url('MaxAge: 86401'),
      problems: [{ messageId: 'age', line: 5, column: 22, data: { value: 86401 } }],
      output: url('MaxAge: 86400'),
    },
    {
      template: url('AllowMethods: [GET, OPTIONS], AllowOrigins: ["*"], AllowCredentials: true'),
      problems: [
        { messageId: 'method', line: 5, column: 34, data: { value: 'OPTIONS' } },
        { messageId: 'credentials', line: 5, column: 83, level: 'warning' },
      ],
    },
    {
      template: url(`AllowMethods: [], ExposeHeaders: [${Array.from({ length: 101 }, (_, at) => `h${at}`)}]`),
      problems: [
        { messageId: 'count', line: 5, column: 14, data: { count: 0 } },
        { messageId: 'count', line: 5, column: 32, data: { count: 101 } },
      ],
    },
    {
      template: samFunction(`FunctionUrlConfig:
  AuthType: AWS_IAM
  Cors: {AllowOrigins: ['https://${'a'.repeat(250)}']}`),
      problems: [{ messageId: 'origin', line: 10, column: 31, data: { length: 258 } }],
    },
  ],
});
