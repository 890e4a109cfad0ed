import { includeMacro, languageExtensionsMacro, macroName, serverlessMacro } from '../../model/macros.ts';
import { nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isNothing, isString, type Json, kindOf } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

const version = '2010-09-09';

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html */
const ofAws = [
  serverlessMacro,
  languageExtensionsMacro,
  includeMacro,
  'AWS::CodeDeployBlueGreen',
  'AWS::CodeStar',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::ServiceCatalog',
];

export const cfnHeader = defineTemplateRule({
  id: 'cfn-header',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Format version or transforms that CloudFormation does not know',
  description:
    'There is one format version of templates, `2010-09-09`. `Transform` names a macro, or is a map with its `Name` and `Parameters`, or a list of these. Names that begin with `AWS::` are those of macros of AWS.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html',
  fixes: { version: 'safe' },
  messages: {
    version: "The only format version is '2010-09-09'; found '{found}'.",
    transform: "'Transform' takes names of macros and maps with a 'Name'; found {found}.",
    unknown: "There is no transform '{name}'. Did you mean '{near}'?",
    key: "A transform has a 'Name' and 'Parameters'; it has no '{name}'.",
  },
  example: {
    fails: `
AWSTemplateFormatVersion: ‹'2010-09-10'›
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    passes: `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
  },
  check(cx) {
    const found = get(cx.document, 'AWSTemplateFormatVersion');
    const at = cx.placeOf(cx.document, 'AWSTemplateFormatVersion');
    if (isString(found) && found !== version) {
      cx.report('version', at, { data: { found }, fix: replaceLiteral({ at, value: found }, version) });
    }
    const transform = get(cx.document, 'Transform');
    const place = cx.placeOf(cx.document, 'Transform');
    if (!isList(transform)) return checkTransform(transform, place, cx);
    for (const [step, entry] of transform.entries()) checkTransform(entry, cx.placeOf(transform, step) ?? place, cx);
  },
});

const checkTransform = (entry: Json | undefined, at: Cause | undefined, cx: RuleContext): void => {
  const name = macroName(entry);
  if (name?.startsWith('AWS::') && !ofAws.some((each) => name.startsWith(each))) {
    const near = nearest(name, ofAws);
    if (near !== undefined) cx.report('unknown', at, { data: { name, near } });
  }
  if (isNothing(entry) || isString(entry)) return;
  if (!isMap(entry) || !isString(get(entry, 'Name'))) {
    const found = isMap(entry) ? `a map with ${Object.keys(entry).join(', ') || 'nothing in it'}` : kindOf(entry);
    cx.report('transform', at, { data: { found } });
    return;
  }
  for (const key of Object.keys(entry)) {
    if (key !== 'Name' && key !== 'Parameters') cx.report('key', cx.keyOf(entry, key), { data: { name: key } });
  }
};
