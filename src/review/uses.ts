import { type Answer, anyOf } from '../lint/facts/access/answer.ts';
import { type ArnPattern, arnPattern } from '../lint/facts/access/arn.ts';
import { shapeOf } from '../lint/facts/access/arn-shapes.ts';
import { type Covers, coversAll } from '../lint/facts/access/denied.ts';
import { rolesOf } from '../lint/facts/access/own-roles.ts';
import { roleReaches } from '../lint/facts/access/reaches.ts';
import { readActions, sendActions } from '../lint/facts/access/send-actions.ts';
import { matchesAction } from '../lint/facts/policies/action-pattern.ts';
import { permissionsOf } from '../lint/facts/policies/role-permissions.ts';
import { isOfObjects } from '../lint/facts/policies/s3-actions.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { everything } from './access-edges.ts';

/** One way to use a resource: the actions of which code needs one. */
interface Use {
  /** In a word: `reads`. */
  readonly verb: string;
  readonly actions: readonly string[];
}

/** What may be done with a resource, and whether the role of what uses it allows it. */
export interface UseAnswer {
  readonly verb: string;
  readonly answer: Answer;
}

const table: readonly Use[] = [
  { verb: 'reads', actions: ['GetItem', 'BatchGetItem', 'Query', 'Scan'].map((name) => `dynamodb:${name}`) },
  {
    verb: 'writes',
    actions: ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((name) => `dynamodb:${name}`),
  },
];
const reading = (type: string): Use => ({ verb: 'reads', actions: readActions(type) });

/** How resources are used otherwise than by calling them or sending to them, which `mayCall` answers. */
const uses: ReadonlyMap<string, readonly Use[]> = new Map([
  ['AWS::DynamoDB::GlobalTable', table],
  ['AWS::DynamoDB::Table', table],
  ['AWS::Kinesis::Stream', [reading('AWS::Kinesis::Stream')]],
  [
    'AWS::S3::Bucket',
    [
      { verb: 'reads', actions: ['s3:GetObject', 's3:ListBucket'] },
      { verb: 'writes', actions: ['s3:PutObject', 's3:DeleteObject'] },
    ],
  ],
  [
    'AWS::SecretsManager::Secret',
    [
      { verb: 'reads', actions: ['secretsmanager:GetSecretValue'] },
      { verb: 'writes', actions: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret'] },
    ],
  ],
  ['AWS::SQS::Queue', [{ verb: 'receives from', actions: readActions('AWS::SQS::Queue') }]],
  [
    'AWS::SSM::Parameter',
    [
      { verb: 'reads', actions: ['ssm:GetParameter', 'ssm:GetParameters'] },
      { verb: 'writes', actions: ['ssm:PutParameter'] },
    ],
  ],
]);

/** The ways to use a resource otherwise than by calling it or sending to it. */
const waysToUse = ({ type }: ResourceNode): readonly Use[] =>
  uses.get(type) ?? (sendActions(type).length > 0 ? [] : [anything(type)]);

/** The actions that use a resource, call it or send to it. */
export const actionsOn = (to: ResourceNode): readonly string[] => [
  ...waysToUse(to).flatMap((way) => way.actions),
  ...sendActions(to.type),
];

/** The services of the actions that use a resource, call it or send to it. */
export const servicesOf = (to: ResourceNode): ReadonlySet<string> => {
  const actions = actionsOn(to);
  return new Set(actions.map((action) => action.slice(0, action.indexOf(':'))));
};

/** How one resource may use another one, by all that the role it acts with has: wildcards count, too. */
export const usesBy = (from: ResourceNode, to: ResourceNode, view: TemplateView): UseAnswer[] => {
  const known = waysToUse(to);
  return rolesOf(from, view).flatMap((role) =>
    known.map(({ verb, actions }) => ({ verb, answer: role ? reaches(role, actions, to, view) : 'unknown' })),
  );
};

/** All that can be done with a resource of which no single actions are known. */
const anything = (type: string): Use => ({
  verb: everything,
  actions: [`${shapeOf(type)?.service ?? type.split('::')[1]!.toLowerCase()}:*`],
});

const reaches = (role: ResourceNode, actions: readonly string[], to: ResourceNode, view: TemplateView): Answer =>
  anyOf(
    actions.flatMap((action) => {
      const covers = isOfObjects(action) ? coversObjects(to, view) : coversAll(to, view);
      return [roleReaches(role, [action], to, view, covers).answer, inPart(role, action, covers, view)];
    }),
  );

/** Whether a role has some of the actions that a pattern stands for: which of them count is not known. */
const inPart = (role: ResourceNode, action: string, covers: Covers, view: TemplateView): Answer => {
  const isPart = (pattern: string) => matchesAction(action, [pattern.toLowerCase()]);
  const isSome = permissionsOf(role, view).grants.some(
    ({ actions, except, resources }) =>
      !except &&
      actions.some(({ value }) => isPart(value)) &&
      resources.some(({ value }) => covers(arnPattern(value, view)) !== 'no'),
  );
  return isSome && action.endsWith('*') ? 'unknown' : 'no';
};

/** Whether a pattern takes in all objects of a bucket. */
const coversObjects =
  (bucket: ResourceNode, view: TemplateView) =>
  (pattern: ArnPattern): Answer => {
    if (!pattern.names.has(bucket.id)) return coversAll(bucket, view)(pattern);
    const rest = /\}([^}]*)$/.exec(pattern.text)?.[1];
    if (rest === '') return 'no';
    return rest === '/*' || rest === '*' ? 'yes' : 'unknown';
  };
