import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import type { ShapeSpec } from '../../model/spec.ts';
import { get, intrinsicName, isMap, type Json } from '../../model/tree.ts';
import { Kinds } from '../facts/intrinsics/kinds.ts';
import type { Kind } from '../facts/intrinsics/table.ts';
import { presentIn } from '../facts/templates/choices.ts';
import { placeIn } from '../facts/templates/places.ts';
import { propertySites } from '../facts/templates/spec-faults.ts';

export const cfnListOrText = defineTemplateRule({
  id: 'cfn-list-or-text',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Function that gives a list where a text is required, or the reverse',
  description:
    'What a function gives must be of the kind that the property takes: CloudFormation refuses `Ref` to a `CommaDelimitedList` for a text, `Ref` to a `String` for a list, and a text for a map. What `Ref` gives follows from the type of the parameter, what `Fn::GetAtt` gives from the schema of the resource type, and what `Fn::FindInMap` gives from the mapping. The value of an output and the name of its export are texts.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
  messages: {
    list: "'{path}' takes {wanted}, but this is {found}. Take one item with 'Fn::Select', or put them together with 'Fn::Join'.",
    text: "'{path}' takes {wanted}, but this is {found}. Write it as an item of a list, take it apart with 'Fn::Split', or give the parameter a list type.",
    other: "'{path}' takes {wanted}, but this is {found}.",
  },
  example: {
    fails: `
Parameters:
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
Resources:
  Setting:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: ‹!Ref Subnets›}
`,
    passes: `
Parameters:
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
Resources:
  Setting:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !Join [',', !Ref Subnets]}
`,
  },
  check(cx) {
    const kinds = new Kinds(cx);
    for (const { node, value, at, path, shape } of propertySites(cx)) {
      if (intrinsicName(value) === undefined || cx.reported(at)) continue;
      check({ value, at, path, wanted: kindsOf(shape), logicalId: node.id }, kinds, cx);
    }
    const outputs = get(cx.template, 'Outputs');
    for (const name of isMap(outputs) ? Object.keys(outputs) : []) {
      const output = get(outputs, name);
      for (const [map, key] of [
        [output, 'Value'],
        [get(output, 'Export'), 'Name'],
      ] as const) {
        for (const { value, at } of presentIn(get(map, key), placeIn(map, key))) {
          check({ value, at, path: `Outputs.${name}.${key}`, wanted: ['text'] }, kinds, cx);
        }
      }
    }
  },
});

interface Site {
  readonly value: Json;
  readonly at: Cause | undefined;
  readonly path: string;
  readonly wanted: readonly Kind[];
  readonly logicalId?: string;
}

const check = ({ value, at, path, wanted, logicalId }: Site, kinds: Kinds, cx: RuleContext): void => {
  const kind = kinds.of(value);
  if (kind === undefined || wanted.length === 0 || wanted.includes(kind)) return;
  // Condition functions are reported where they are not allowed; `Condition` may be a key of a map.
  if (kind === 'condition' && (intrinsicName(value) !== 'Condition' || wanted.includes('map'))) return;
  const messageId =
    kind === 'list' && wanted.includes('text') ? 'list' : kind === 'text' && wanted.includes('list') ? 'text' : 'other';
  const data = { path, wanted: wanted.map((each) => `a ${each}`).join(' or '), found: kinds.describe(value, kind) };
  cx.report(messageId, at, { data, logicalId });
};

/** The kinds that a shape takes; none where it takes anything. */
const kindsOf = (shape: ShapeSpec): readonly Kind[] => {
  if (shape === 'j') return [];
  if (typeof shape === 'string' || 'e' in shape || 't' in shape) return ['text'];
  if ('l' in shape) return ['list'];
  if (!('u' in shape)) return ['map'];
  const each = shape.u.map(kindsOf);
  return each.some((kinds) => kinds.length === 0) ? [] : [...new Set(each.flat())];
};
