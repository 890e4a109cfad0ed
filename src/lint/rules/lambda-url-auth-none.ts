import { defineRule } from '../../model/rule.ts';

export const lambdaUrlAuthNone = defineRule({
  id: 'lambda-url-auth-none',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Public function URL',
  description:
    'With `AuthType: NONE` anybody who knows the URL can call the function. Use `AWS_IAM`, or make sure that the function itself asks who is calling.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  messages: {
    public: "'AuthType: NONE' lets anybody call this function URL; use AWS_IAM unless it is meant to be public.",
  },
  example: {
    in: 'function',
    fails: 'FunctionUrlConfig: {AuthType: ‹NONE›}',
    passes: 'FunctionUrlConfig: {AuthType: AWS_IAM}',
  },
  on: ['AWS::Lambda::Url'],
  check(url, cx) {
    for (const { value, at } of url.strings('AuthType')) if (value === 'NONE') cx.report('public', at);
  },
});
