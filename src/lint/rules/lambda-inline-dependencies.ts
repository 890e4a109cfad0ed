import { defineRule } from '../../model/rule.ts';
import { importedModules, isProvided } from '../facts/inline-modules.ts';

export const lambdaInlineDependencies = defineRule({
  id: 'lambda-inline-dependencies',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Inline code imports third-party modules',
  description:
    'Inline code is a single file: only what the language brings, the AWS SDK of the runtime and `cfn-response` can be imported. Put other modules into a layer, or use `CodeUri`.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
  messages: { missing: "The inline code imports '{name}', which {runtime} does not bring; use a layer or 'CodeUri'." },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    if (!fn.lacks('Layers')) return;
    const [runtime] = fn.strings('Runtime');
    if (!runtime) return;
    for (const { value: code, at } of fn.strings('Code', 'ZipFile')) {
      for (const name of importedModules(code, runtime.value)) {
        if (!isProvided(name, runtime.value)) cx.report('missing', at, { data: { name, runtime: runtime.value } });
      }
    }
  },
});
