import { defineRule } from '../../model/rule.ts';

const maximum = 128;

/** What a handler looks like in each family of runtimes. */
const families: readonly { readonly runtime: RegExp; readonly handler: RegExp; readonly example: string }[] = [
  { runtime: /^(nodejs|python|ruby)/, handler: /\./, example: 'file.function' },
  { runtime: /^dotnet/, handler: /^[^:]+(::[^:]+::[^:]+)?$/, example: 'Assembly::Namespace.Type::Method' },
  { runtime: /^java/, handler: /^[\w$]+(\.[\w$]+)+(::\w+)?$/, example: 'package.Class::method' },
];

export const lambdaHandlerFormat = defineRule({
  id: 'lambda-handler-format',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Handler malformed or too long',
  description:
    'A handler has no white space and at most 128 characters (an error). Its form depends on the runtime: `file.function` for Node.js, Python and Ruby, `Assembly::Type::Method` or an assembly for .NET, `package.Class::method` for Java (a warning).',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (cfn-lint E3031, E3033)',
  messages: {
    space:
      "The handler '{handler}' is empty or holds white space; it must be the name of what to call, without blanks.",
    length: 'The handler has {length} characters; at most {maximum} are allowed.',
    form: "The handler '{handler}' does not look like one for {runtime}; expected is {example}.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: python3.13, Handler: ‹app›, CodeUri: s3://code/orders.zip}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: s3://code/orders.zip}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const runtimes = fn.strings('Runtime');
    for (const { value: handler, at } of fn.strings('Handler')) {
      if (/\s/.test(handler) || handler === '') cx.report('space', at, { data: { handler } });
      else if (handler.length > maximum) cx.report('length', at, { data: { length: handler.length, maximum } });
      else {
        for (const { value: runtime } of runtimes.slice(0, 1)) {
          const family = families.find((each) => each.runtime.test(runtime));
          if (!family || family.handler.test(handler)) continue;
          cx.report('form', at, { data: { handler, runtime, example: family.example }, level: 'warning' });
        }
      }
    }
  },
});
