import { languageExtensionsMacro, namesMacro } from '../../model/macros.ts';
import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { extensionFunctions, functionTable } from '../facts/intrinsics/table.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';

export const cfnUnknownFunction = defineTemplateRule({
  id: 'cfn-unknown-function',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Intrinsic function that does not exist',
  description:
    'A key that begins with `Fn::`, or a tag such as `!Sub`, is an intrinsic function, and CloudFormation refuses those that it does not have. `Fn::Length`, `Fn::ToJsonString` and `Fn::ForEach` exist only with `Transform: AWS::LanguageExtensions`.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  messages: {
    unknown: "There is no function '{fn}'.",
    suggested: "There is no function '{fn}'. Did you mean '{near}'?",
    extension: "'{fn}' exists only with 'Transform: {macro}'.",
  },
  example: {
    in: 'resources',
    fails: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: ‹!Substitute› '\${AWS::StackName}'}`,
    passes: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Sub '\${AWS::StackName}'}`,
  },
  check(cx) {
    const macro = languageExtensionsMacro;
    const isExtended = namesMacro(get(cx.source, 'Transform'), languageExtensionsMacro);
    for (const { map, fn } of functionsOf(cx.source).named) {
      const at = cx.keyOf(map, fn);
      if (!functionTable.has(fn)) {
        const near = nearestFunction(fn);
        cx.report(near === undefined ? 'unknown' : 'suggested', at, { data: { fn, near: near ?? '' } });
      } else if (extensionFunctions.has(fn) && !isExtended) {
        cx.report('extension', at, { data: { fn, macro } });
      }
    }
    if (isExtended) return;
    for (const { map, fn } of functionsOf(cx.source).loops) {
      const at = cx.keyOf(map, fn);
      if (!cx.reported(at)) cx.report('extension', at, { data: { fn: 'Fn::ForEach', macro } });
    }
  },
});

/** `Fn::Sub` for `Fn::Subb`, `Ref` for `Fn::Ref`. */
const nearestFunction = (fn: string): string | undefined => {
  const byName = new Map([...functionTable.keys(), 'Fn::Transform'].map((name) => [name.replace('Fn::', ''), name]));
  const near = nearest(fn.replace('Fn::', ''), byName.keys());
  return near === undefined ? undefined : byName.get(near);
};
