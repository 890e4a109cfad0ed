import { defineRule } from '../../model/rule.ts';
import { importedModules, isProvided } from '../facts/functions/inline-modules.ts';
import { templateText } from '../facts/texts/template-text.ts';

export const lambdaInlineDependencies = defineRule({
  id: 'lambda-inline-dependencies',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Inline code imports third-party modules',
  description:
    'Inline code is a single file: only what is part of the language, the AWS SDK of the runtime and `cfn-response` can be imported. Put other modules into a layer, or use `CodeUri`.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
  messages: { missing: "The inline code imports '{name}', which is not part of {runtime}; use a layer or 'CodeUri'." },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: "const axios = require('‹axios›'); exports.handler = async () => {}"}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: "const fs = require('node:fs'); exports.handler = async () => {}"}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    if (!fn.lacks('Layers')) return;
    const [runtime] = fn.strings('Runtime');
    if (!runtime) return;
    for (const { value, at } of fn.all('Code', 'ZipFile')) {
      const code = templateText(value, at, cx);
      for (const { name, start, end } of code ? importedModules(code.text, runtime.value) : []) {
        if (isProvided(name, runtime.value)) continue;
        cx.report('missing', code!.span(start, end), { data: { name, runtime: runtime.value } });
      }
    }
  },
});
