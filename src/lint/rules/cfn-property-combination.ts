import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { getIn, type Step } from '../../model/tree.ts';
import { type CombinationFault, combinationFaults } from '../facts/combinations/check.ts';
import { type MapSite, mapSites } from '../facts/templates/spec-faults.ts';

const listed = (names: readonly string[], word: string): string => {
  const quoted = names.map((name) => `'${name}'`);
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
};

export const cfnPropertyCombination = defineTemplateRule({
  id: 'cfn-property-combination',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Properties that need or exclude each other',
  description:
    'Of some properties a resource takes exactly one, or at most one; others are needed beside a property or beside one of its values, or take only some values or a range of numbers there. The schemas do not say so, and the service refuses the resource. Branches of `Fn::If` are distinguished: only combinations that the conditions allow are checked.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  general: true,
  macros: 'silent',
  messages: {
    one: '{where} needs exactly one of {names}.',
    some: '{where} needs at least one of {names}.',
    only: '{where} needs {names}.',
    both: "{where} takes either '{beside}' or '{name}', not both.",
    excluded: "{where} takes no '{name}' beside '{given}'.",
    unwanted: "{where} takes no '{name}' where '{given}' is {value}.",
    needs: "{where} needs {names} beside '{given}'.",
    value: "{where} needs {names} where '{given}' is {value}.",
    takes: "{where} takes {allowed} as '{name}' {beside}; found {found}.",
    range: "{where} takes {range} as '{name}' {beside}; found {found}.",
  },
  example: {
    in: 'resources',
    fails: `
Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: Web servers
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
        ‹SourcePrefixListId›: pl-12345678
`,
    passes: `
Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: Web servers
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 10.0.0.0/8
`,
  },
  check(cx) {
    for (const site of mapSites(cx)) {
      for (const fault of combinationFaults(site, cx)) {
        const { node, path } = site;
        const where = path === '' ? node.type : `'${path}' of ${node.type}`;
        const { messageId, data } = told(fault);
        cx.report(messageId, placeOf(fault, site, cx), { data: { where, ...data }, logicalId: node.id });
      }
    }
  },
});

/** The value that is wrong, the key that should not be there, or the key of the map that lacks something. */
const placeOf = (fault: CombinationFault, site: MapSite, cx: RuleContext): Cause | undefined => {
  if (!('name' in fault)) return keyOf(site, cx);
  const steps = fault.name.split('.');
  const key = cx.keyOf(site.map, steps[0]!);
  if (fault.kind !== 'value' && fault.kind !== 'range') return key;
  return cx.placeOf(getIn(site.map, ...steps.slice(0, -1)), steps.at(-1)!) ?? key;
};

/** The key that a map stands under; an item of a list and a branch of `Fn::If` have none. */
const keyOf = ({ node, map, at, path }: MapSite, cx: RuleContext): Cause | undefined => {
  if (path.endsWith(']') || (path === '' && map !== node.properties)) return at;
  if (path === '') return cx.keyOf(node.body, 'Properties') ?? node.at;
  return node.keyPlace(...stepsOf(path)) ?? at;
};

/** `Rules[0].Filter` as steps. */
const stepsOf = (path: string): Step[] =>
  path.split('.').flatMap((part) => {
    const [name, ...indices] = part.split('[');
    return [name!, ...indices.map((index) => Number.parseInt(index, 10))];
  });

const besideOf = ({ given, value }: { readonly given: string; readonly value: string | undefined }): string =>
  value === undefined ? `beside '${given}'` : `where '${given}' is ${value}`;

/** The message of a fault, and what stands in it. */
const told = (fault: CombinationFault): { readonly messageId: string; readonly data: Record<string, string> } => {
  switch (fault.kind) {
    case 'none': {
      const messageId = fault.names.length === 1 ? 'only' : fault.exact ? 'one' : 'some';
      return { messageId, data: { names: listed(fault.names, 'and') } };
    }
    case 'both':
      return { messageId: 'both', data: { name: fault.name, beside: fault.beside } };
    case 'excluded': {
      const { name, given, value } = fault;
      return value === undefined
        ? { messageId: 'excluded', data: { name, given } }
        : { messageId: 'unwanted', data: { name, given, value } };
    }
    case 'value': {
      const { name, found, takes } = fault;
      return { messageId: 'takes', data: { name, found, allowed: takes.join(' or '), beside: besideOf(fault) } };
    }
    case 'range': {
      const { name, found, from, to } = fault;
      const range = to === undefined ? `at least ${from}` : `${from} to ${to}`;
      return { messageId: 'range', data: { name, found: String(found), range, beside: besideOf(fault) } };
    }
    case 'needs': {
      const { given, value, any } = fault;
      const names = listed(fault.names, any ? 'or' : 'and');
      return value === undefined
        ? { messageId: 'needs', data: { names, given } }
        : { messageId: 'value', data: { names, given, value } };
    }
  }
};
