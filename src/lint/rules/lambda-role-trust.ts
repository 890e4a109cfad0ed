import { append } from '../../model/lists.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { type TrustEdit, trustService } from '../facts/edits/trust.ts';
import { edgeFunctions } from '../facts/functions/edge-associations.ts';
import { documentsOf } from '../facts/policies/documents.ts';
import { policyFaults } from '../facts/policies/faults.ts';
import { trustedServices } from '../facts/policies/trust.ts';
import { addTo } from '../facts/templates/grouping.ts';
import { listed } from '../facts/texts/names.ts';

const service = 'lambda.amazonaws.com';
/** Some templates write the suffix of China's regions, which names the same service. */
const names = [service, `${service}.cn`];

export const lambdaRoleTrust = defineTemplateRule({
  id: 'lambda-role-trust',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Distribution', 'AWS::Lambda::Function'],
  title: 'Execution role does not trust Lambda',
  description:
    'Lambda refuses a function whose role it may not assume: the `AssumeRolePolicyDocument` needs a statement that allows `sts:AssumeRole` to the service `lambda.amazonaws.com`. Roles that SAM makes have it unless `AssumeRolePolicyDocument` of the function says otherwise. Roles of functions at the edge are the concern of `edge-unsupported-features`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  fixes: { other: 'unsafe', action: 'unsafe', none: 'unsafe' },
  messages: {
    other: "The role of {functions} trusts '{found}', not '{service}', so Lambda cannot assume it.",
    action:
      "The role of {functions} allows '{found}' to '{service}', not 'sts:AssumeRole', so Lambda cannot assume it.",
    none: "The role of {functions} does not let '{service}' assume it (sts:AssumeRole).",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: ‹ec2.amazonaws.com›}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'`,
  },
  check(cx) {
    for (const { edit, role, functions } of findings(cx)) {
      const messageId = edit.action !== undefined ? 'action' : edit.service !== undefined ? 'other' : 'none';
      cx.report(messageId, edit.at, {
        data: {
          functions: listed(
            functions.map(({ id }) => id),
            3,
          ),
          found: edit.action ?? edit.service ?? '',
          service,
        },
        related: functions.map((fn) => (cx.written(role.id) ? fn.place('Role') : undefined)),
        fix: edit.fix,
        logicalId: role.id,
      });
    }
  },
});

interface Finding {
  readonly role: ResourceNode;
  readonly functions: ResourceNode[];
  readonly edit: TrustEdit;
}

/** One for each place: many functions may have their trust policy from `Globals`. */
const findings = (cx: RuleContext): Finding[] => {
  const byPlace = new Map<string, Finding>();
  for (const [role, functions] of functionsByRole(cx)) {
    if (!lacksTrust(role, cx)) continue;
    const edit = trustService(role, service, cx);
    if (edit.action !== undefined && isUnknown(edit.action, cx)) continue;
    const place = edit.at ? String(edit.at.start) : role.id;
    const known = byPlace.get(place);
    if (known) append(known.functions, functions);
    else byPlace.set(place, { role, functions: [...functions], edit });
  }
  return [...byPlace.values()];
};

/** Actions that do not exist have a rule of their own. */
const isUnknown = (action: string, cx: RuleContext): boolean => {
  const [prefix, name] = action.toLowerCase().split(':');
  const actions = cx.specs?.actions(prefix!);
  return cx.specs !== undefined && name !== undefined && !/[*?]/.test(name) && !actions?.has(name);
};

const functionsByRole = (cx: RuleContext): ReadonlyMap<ResourceNode, readonly ResourceNode[]> => {
  const byRole = new Map<ResourceNode, ResourceNode[]>();
  const atEdge = edgeFunctions(cx);
  for (const fn of cx.resources('AWS::Lambda::Function')) {
    if (atEdge.has(fn)) continue;
    for (const role of new Set(fn.all('Role').map(({ value }) => cx.target(value)))) {
      if (role?.type !== 'AWS::IAM::Role' || role.lacks('AssumeRolePolicyDocument')) continue;
      addTo(byRole, role, fn);
    }
  }
  return byRole;
};

/** What breaks the grammar of policies is reported as that. */
const lacksTrust = (role: ResourceNode, cx: RuleContext): boolean => {
  const { services, complete } = trustedServices(role, cx);
  if (!complete || names.some((name) => services.has(name))) return false;
  return documentsOf(role, cx).every(
    (document) => document.kind !== 'trust' || policyFaults(document, cx).length === 0,
  );
};
