import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { addTo } from '../facts/templates/grouping.ts';

export const lambdaSharedRole = defineTemplateRule({
  id: 'lambda-shared-role',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  needs: ['AWS::Lambda::Function'],
  title: 'Execution role shared by several functions',
  description:
    'Functions with one execution role all have the permissions that any of them needs. Give each its own role; SAM makes one from `Policies` when `Role` is left out. It is reported once for each role, at the first function that has it.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  messages: {
    shared:
      '{functions} share one execution role, so each may do what any of them needs; give each function its own role.',
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
    Role: ‹!ImportValue role›
Bills:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !ImportValue role`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !ImportValue orders-role
Bills:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !ImportValue bills-role`,
  },
  check(cx) {
    const byRole = new Map<string, ResourceNode[]>();
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      for (const role of rolesOf(fn, cx)) addTo(byRole, role, fn);
    }
    for (const functions of byRole.values()) {
      const [first, ...others] = functions as [ResourceNode, ...ResourceNode[]];
      if (others.length === 0) continue;
      cx.report('shared', first.place('Role'), {
        data: { functions: listed(functions) },
        related: others.slice(0, mostNames).map((each) => each.place('Role')),
        logicalId: first.id,
      });
    }
  },
});

const mostNames = 4;

const rolesOf = (fn: ResourceNode, cx: RuleContext): ReadonlySet<string> =>
  new Set(fn.all('Role').map(({ value }) => cx.target(value)?.id ?? JSON.stringify(cx.resolve(value) ?? value)));

const listed = (functions: readonly ResourceNode[]): string => {
  const names = functions.slice(0, mostNames).map(({ id }) => `'${id}'`);
  const rest = functions.length - names.length;
  const last = rest > 0 ? `${rest} more` : names.pop()!;
  return `${names.join(', ')} and ${last}`;
};
