import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { getIn } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { runtimeIds } from '../facts/functions/runtime-ids.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximum = 4_194_304;

export const lambdaInlineCode = defineRule({
  id: 'lambda-inline-code',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Inline code restrictions',
  description:
    'Inline code works for Node.js and Python only, becomes a file named `index`, so that the handler is `index.<function>` (or in a file of a layer), and has at most 4 MB.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html (cfn-lint E3677, E3678)',
  fixes: { handler: 'safe' },
  messages: {
    runtime: "Inline code needs a Node.js or Python runtime; this is '{runtime}'.",
    noRuntime: "Inline code needs a 'Runtime' of Node.js or Python.",
    handler: "Inline code becomes a file 'index', so the handler '{handler}' must be 'index.{name}'.",
    size: 'The inline code has {bytes} bytes; at most {maximum} are allowed.',
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: ‹java21›, Handler: index.handler, InlineCode: class A}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    if (fn.lacks('Code', 'ZipFile')) return;
    if (fn.lacks('Runtime')) cx.report('noRuntime', fn.keyPlace('Code', 'ZipFile'));
    for (const { value: runtime, at } of fn.strings('Runtime')) {
      if (runtimeIds.has(runtime) && !/^(nodejs|python)/.test(runtime)) cx.report('runtime', at, { data: { runtime } });
    }
    // A handler from `Globals` is that of other functions too.
    const isOwn = getIn(cx.written(fn.id)?.body, 'Properties', 'Handler') !== undefined;
    // A handler may also stand in a layer; the inline code is then only there because a function must have some.
    if (fn.lacks('Layers')) for (const handler of fn.strings('Handler')) checkHandler(cx, handler, isOwn);
    for (const { value, at } of fn.strings('Code', 'ZipFile')) {
      const bytes = utf8Length(value);
      if (bytes > maximum) cx.report('size', at, { data: { bytes, maximum } });
    }
  },
});

const checkHandler = (cx: RuleContext, handler: Found<string>, isOwn: boolean): void => {
  if (handler.value.startsWith('index.')) return;
  const name = /\.([^.]+)$/.exec(handler.value)?.[1] ?? 'handler';
  const fix = isOwn ? replaceLiteral(handler, `index.${name}`) : undefined;
  cx.report('handler', handler.at, { data: { handler: handler.value, name }, fix });
};
