import { lambdaHandlerFormat } from '../../../src/lint/rules/lambda-handler-format.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaHandlerFormat, {
  valid: [
    lambda('Handler: src/index.handler, Runtime: nodejs22.x'),
    lambda('Handler: Shop::Shop.Orders::Handle, Runtime: dotnet8'),
    lambda('Handler: Shop, Runtime: dotnet8'),
    lambda('Handler: com.shop.Orders::handle, Runtime: java21'),
    lambda('Handler: com.shop.Orders$Put, Runtime: java21'),
    lambda('Handler: bootstrap, Runtime: provided.al2023'),
  ],
  invalid: [
    {
      template: lambda("Handler: 'index handler', Runtime: nodejs22.x"),
      problems: [{ messageId: 'space', line: 4, column: 27 }],
    },
    {
      template: lambda(`Handler: ${'a'.repeat(129)}`),
      problems: [{ messageId: 'length', line: 4, column: 27, data: { length: 129 } }],
    },
    {
      template: lambda('Handler: handler, Runtime: python3.13'),
      problems: [{ messageId: 'form', line: 4, column: 27, level: 'warning', data: { example: 'file.function' } }],
    },
    {
      template: lambda('Handler: Orders::handle, Runtime: java21'),
      problems: [{ messageId: 'form', line: 4, column: 27, level: 'warning', data: { runtime: 'java21' } }],
    },
  ],
});
