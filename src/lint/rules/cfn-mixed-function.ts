import { type Cause, entryOf, originOf } from '../../model/origin.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

interface Mixed {
  readonly fn: string;
  readonly name: string;
  readonly at: Cause | undefined;
}

/** A macro and a loop may stand among other keys. */
const isFunction = (map: JsonMap, key: string, section: string): boolean =>
  key === 'Ref' || (key === 'Condition' && section === 'Conditions')
    ? isString(map[key])
    : /^Fn::(?!Transform$|ForEach::)/.test(key);

function* mixedIn(value: Json, section: string): Generator<Mixed> {
  if (typeof value !== 'object' || value === null) return;
  if (isMap(value)) {
    const keys = Object.keys(value);
    const fn = keys.length > 1 ? keys.find((key) => isFunction(value, key, section)) : undefined;
    for (const name of fn === undefined ? [] : keys) {
      if (name !== fn) yield { fn: fn!, name, at: entryOf(value, name)?.key ?? originOf(value) };
    }
  }
  for (const item of Object.values(value)) yield* mixedIn(item, section);
}

const notRead = ['Metadata', 'Transform', 'Description', 'AWSTemplateFormatVersion'];

export const cfnMixedFunction = defineTemplateRule({
  id: 'cfn-mixed-function',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Intrinsic function with other keys beside it',
  description:
    'An intrinsic function is a map with one key. With another key beside it CloudFormation and the transform take it for an ordinary map, or drop the other key. Often the other key is only indented too far. `Fn::Transform` and `Fn::ForEach` may stand among other keys.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: { mixed: "'{name}' stands beside '{fn}', which must be the only key of its map." },
  check(cx) {
    for (const section of Object.keys(cx.template)) {
      if (notRead.includes(section)) continue;
      for (const { fn, name, at } of mixedIn(cx.template[section]!, section))
        cx.report('mixed', at, { data: { fn, name } });
    }
  },
});
