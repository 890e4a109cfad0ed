import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, isString } from '../../model/tree.ts';
import { type Reference, referencesOf } from '../facts/templates/references.ts';
import { ownWay } from '../facts/templates/ways.ts';

const kinds: ReadonlySet<Reference['kind']> = new Set(['Ref', 'Fn::GetAtt', 'Fn::Sub']);

export const cfnConditionalReference = defineTemplateRule({
  id: 'cfn-conditional-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Reference to a resource that may not be created',
  description:
    'A resource with a `Condition` is not created where that does not hold, and what refers to it then fails the deployment: unresolved resource dependencies. The conditions of the reader, and the branches of `Fn::If` around the reference, must rule that out. Resources that SAM generates have the conditions of what they come from. It is an error where the values of the parameters that are given, or their defaults, lead to it, otherwise a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  macros: 'silent',
  messages: {
    happens:
      "{kind} names '{name}', which is created only when '{condition}' holds, and with these values it does not; put '{condition}' on {reader} too, or choose with Fn::If.",
    possible:
      "{kind} names '{name}', which is created only when '{condition}' holds; {reader} can be there without it. Put '{condition}' on it too, or choose with Fn::If.",
  },
  example: {
    fails: `
Parameters:
  Stage: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Alerts:
    Type: AWS::SNS::Topic
    Condition: IsProd
Outputs:
  Alerts:
    Value: !Ref ‹Alerts›
`,
    passes: `
Parameters:
  Stage: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Alerts:
    Type: AWS::SNS::Topic
    Condition: IsProd
Outputs:
  Alerts:
    Condition: IsProd
    Value: !Ref Alerts
`,
  },
  check(cx) {
    if (!isMap(cx.template['Conditions'])) return;
    for (const reference of referencesOf(cx.template)) {
      const { kind, name, section, owner, branches } = reference;
      if (!kinds.has(kind) || (section !== 'Resources' && section !== 'Outputs')) continue;
      const [condition] = ownWay(cx.resource(name)?.body);
      if (condition === undefined || (section === 'Resources' && owner === name)) continue;
      const body = get(get(cx.template, section), owner);
      // A condition that is not written out is a fault of its own.
      if (isMap(body) && body['Condition'] !== undefined && !isString(body['Condition'])) continue;
      const way = [...ownWay(isMap(body) ? body : undefined), ...branches, `!${condition}`];
      const happens = cx.happens(way);
      if (!happens && !cx.possible(way)) continue;
      const reader = section === 'Outputs' ? `the output '${owner}'` : `'${owner}'`;
      const level = happens ? 'error' : 'warning';
      const data = { kind, name, condition, reader };
      cx.report(happens ? 'happens' : 'possible', reference.at, { data, level, logicalId: owner });
    }
  },
});
