import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { onlyBoundaries } from '../facts/policies/boundaries.ts';
import { isConditional, policyDocuments } from '../facts/policies/documents.ts';
import { awsPolicyName } from '../facts/policies/managed-policies.ts';
import { type Choice, entryItems, isPlainMap } from '../facts/templates/choices.ts';
import { partialText } from '../facts/texts/partial-text.ts';

const owners = ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];
const everything = /^\*+$/;
const wholeService = /^[A-Za-z0-9-]+:\*+$/;
/** The policies whose name ends so, except those that only let call something. */
const broadPolicy = /^(AdministratorAccess|PowerUserAccess|(?!.*Invoke).*FullAccess(_?v\d+)?)$/i;

export const iamWildcard = defineTemplateRule({
  id: 'iam-wildcard',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Over-broad IAM permissions',
  description:
    'A statement that allows `*` or all actions of a service on all resources, under no condition, gives to whoever gets hold of the role much more than its work needs; so do `AdministratorAccess`, `PowerUserAccess` and the `…FullAccess` policies on the role of a function. A policy that is only used as a permissions boundary grants no access, so it is left out. Name the actions, and the resources they are needed for; for a SAM function a policy template (`DynamoDBCrudPolicy: {TableName: …}`) does both.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  messages: {
    everything: "'{id}' allows every action on every resource; name the actions and resources that are needed.",
    services: "'{id}' allows {actions} on every resource; name the actions and resources that are needed.",
    managed: "The policy {policy} on the role of '{fn}' allows far more than one function needs; name the actions.",
  },
  example: {
    in: 'function',
    fails: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: ‹'*'›, Resource: '*'}]`,
    passes: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}]`,
  },
  check(cx) {
    checkStatements(cx);
    checkManagedPolicies(cx);
  },
});

const checkStatements = (cx: RuleContext): void => {
  for (const { kind, owner, statements } of policyDocuments(cx)) {
    if (kind !== 'identity' || !owners.includes(owner.type)) continue;
    for (const statement of statements) {
      const broad = broadActions(statement, cx);
      const [first] = broad;
      const resource = first && everyResource(statement, cx);
      if (!resource || onlyBoundaries(cx).has(owner)) continue;
      const all = broad.find(({ value }) => everything.test(value));
      const { at } = all ?? first;
      const { logicalId } = cx.owner(owner.id, at);
      const data = { id: logicalId, actions: [...new Set(broad.map(({ value }) => value))].join(', ') };
      cx.report(all ? 'everything' : 'services', at, { data, related: [resource.at], logicalId: owner.id });
    }
  }
};

const broadActions = ({ value, at }: Choice, cx: RuleContext): Choice<string>[] => {
  if (!isPlainMap(value) || get(value, 'Effect') !== 'Allow' || isConditional(value)) return [];
  return entryItems(value, 'Action', at).flatMap((item) => {
    const action = cx.resolve(item.value);
    return isString(action) && (everything.test(action) || wholeService.test(action))
      ? [{ value: action, at: item.at }]
      : [];
  });
};

const everyResource = ({ value, at }: Choice, cx: RuleContext): Choice | undefined =>
  entryItems(value, 'Resource', at).find((item) => cx.resolve(item.value) === '*');

const checkManagedPolicies = (cx: RuleContext): void => {
  const seen = new Set<string>();
  for (const fn of cx.resources('AWS::Lambda::Function')) {
    for (const { value: reference } of fn.all('Role')) {
      const role = cx.target(reference);
      if (role?.type !== 'AWS::IAM::Role' || seen.has(role.id)) continue;
      seen.add(role.id);
      for (const { value, at } of role.all('ManagedPolicyArns', '*')) {
        const name = awsPolicyName(partialText(value, cx) ?? '');
        if (name === undefined || !broadPolicy.test(name)) continue;
        const logicalId = cx.written(role.id) ? role.id : fn.id;
        cx.report('managed', at, { data: { policy: name, fn: fn.id }, logicalId });
      }
    }
  }
};
