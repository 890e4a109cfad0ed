import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, type JsonMap } from '../../model/tree.ts';
import { insertInto } from '../facts/edits/entry.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { preorderOf } from '../facts/templates/preorder.ts';
import { scalarText } from '../facts/texts/scalar.ts';
import { canBeSecret, isSecretName } from '../facts/texts/secrets.ts';

export const paramNoecho = defineTemplateRule({
  id: 'param-noecho',
  level: 'warning',
  category: 'security',
  stage: 'source',
  title: 'Secret parameter without NoEcho',
  description:
    'The value of a parameter is readable in the console and in `DescribeStacks` unless it has `NoEcho: true`. Checked are parameters whose name reads as a secret, and those whose value goes to a property or variable with such a name. A parameter of an SSM or Secrets Manager type holds a name, not a secret, and so does one behind `:secret:` in an ARN; one with `AllowedValues`, or with a default that is a switch, a number, an ARN or a path, holds none either.',
  source: 'cfn-lint W2501',
  fixes: { name: 'safe', use: 'safe' },
  messages: {
    name: "The parameter '{name}' has the name of a secret; without 'NoEcho: true' everybody who sees the stack can read it. Add it.",
    use: "The parameter '{name}' is used as '{property}'; without 'NoEcho: true' everybody who sees the stack can read it. Add it.",
  },
  example: {
    fails: `
Parameters: {‹DbPassword›: {Type: String}}
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties: {Engine: postgres, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: app, MasterUserPassword: !Ref DbPassword}`,
    passes: `
Parameters: {DbPassword: {Type: String, NoEcho: true}}
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties: {Engine: postgres, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20', MasterUsername: app, MasterUserPassword: !Ref DbPassword}`,
  },
  check(cx) {
    const parameters = get(cx.template, 'Parameters');
    if (!isMap(parameters)) return;
    const shown = Object.keys(parameters).filter((name) => {
      const parameter = parameters[name];
      return (
        isMap(parameter) && scalarText(get(parameter, 'NoEcho'))?.toLowerCase() !== 'true' && mayHoldSecret(parameter)
      );
    });
    if (shown.length === 0) return;
    const { uses, names } = secretsIn(cx.template);
    for (const name of shown) {
      const parameter = parameters[name] as JsonMap;
      const echo = get(parameter, 'NoEcho');
      const use = uses.get(name);
      if (names.has(name) || (!isSecretName(name) && !use)) continue;
      const at = echo === undefined ? cx.keyOf(parameters, name) : cx.placeOf(parameter, 'NoEcho');
      const data = { name, property: use?.property ?? '' };
      cx.report(isSecretName(name) ? 'name' : 'use', at, { data, related: [use?.at], fix: hide(parameter, cx) });
    }
  },
});

/** Whether the value of a parameter can be a secret: not where the template shows that it is a switch, a choice, a name or an ARN. */
const mayHoldSecret = (parameter: JsonMap): boolean => {
  const type = scalarText(get(parameter, 'Type')) ?? 'String';
  const standard = scalarText(get(parameter, 'Default')) ?? '';
  const pattern = scalarText(get(parameter, 'AllowedPattern')) ?? '';
  if (type !== 'String' && type !== 'CommaDelimitedList') return false;
  return (
    !isList(get(parameter, 'AllowedValues')) &&
    !/^\^?\(?arn/.test(pattern) &&
    (standard === '' || canBeSecret(standard))
  );
};

interface Use {
  readonly property: string;
  readonly at: Cause | undefined;
}

/**
 * The parameters that stand as the value of something that is called a secret, with the first such place, and those that
 * hold the name of a secret: they stand where an ARN or a dynamic reference has it.
 */
const secretsIn = (template: JsonMap): { readonly uses: Map<string, Use>; readonly names: Set<string> } => {
  const uses = new Map<string, Use>();
  const names = new Set<string>();
  const row = preorderOf(template);
  const { values, steps, parents, ends } = row;
  for (const section of ['Globals', 'Resources']) {
    const start = row.entryIn(0, section);
    if (start === undefined) continue;
    for (let at = start; at < ends[start]!; at++) {
      const value = values[at]!;
      if (typeof value !== 'string') continue;
      if (steps[at] === 'Ref') {
        const around = parents[at]!;
        const property = steps[around]!;
        if (around > start && typeof property === 'string' && isSecretName(property) && !uses.has(value))
          uses.set(value, { property, at: row.entryPlaceOf(around) });
      }
      if (!value.includes('${')) continue;
      for (const [, name] of value.matchAll(/(?::secret:|\{\{resolve:secretsmanager:)\$\{(\w+)\}/g)) names.add(name!);
    }
  }
  return { uses, names };
};

const hide = (parameter: JsonMap, cx: RuleContext) => {
  const present = get(parameter, 'NoEcho');
  if (present === undefined) return insertInto(parameter, 'NoEcho', true);
  return replaceLiteral({ at: cx.placeOf(parameter, 'NoEcho'), value: present }, true);
};
