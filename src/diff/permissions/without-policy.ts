import { mayNeedIam } from '../../lint/facts/apis/access.ts';
import { apiRoutes } from '../../lint/facts/apis/routes.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import { get, getIn, isList, isString, type Json, type JsonMap } from '../../model/tree.ts';
import type { Resource, Side } from '../side.ts';
import { branchesOf } from './branches.ts';
import type { Row } from './rows.ts';

/** What a resource lets everybody do as long as it has no policy. */
interface Open {
  /** Where its policy stands. */
  readonly policies: readonly (readonly string[])[];
  readonly action: string;
  readonly applies: (resource: Resource, properties: JsonMap, side: Side) => boolean;
}

const always = () => true;

/**
 * By type. The routes of a REST API that ask for IAM let in those whom IAM allows; there a policy can let in others, too.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
const open: ReadonlyMap<string, Open> = new Map<string, Open>([
  [
    'AWS::ApiGateway::RestApi',
    {
      policies: [['Policy'], ['Body', 'x-amazon-apigateway-policy']],
      action: 'execute-api:Invoke',
      applies: ({ id }, properties, side) => isReachable(properties) && areRoutesOpen(id, properties, side),
    },
  ],
  ['AWS::EC2::VPCEndpoint', { policies: [['PolicyDocument']], action: '*', applies: always }],
  ['AWS::EFS::FileSystem', { policies: [['FileSystemPolicy']], action: 'elasticfilesystem:Client*', applies: always }],
]);

/** What a resource allows because it has no policy, or where a condition leaves it without one. */
export const allowedWithoutPolicy = (resource: Resource | undefined, side: Side): Row[] => {
  const kind = resource && open.get(resource.type);
  if (!kind) return [];
  const properties = side.meaning.properties(resource.body);
  const given = kind.policies.map((path) => getIn(properties, ...path)).filter((policy) => policy !== undefined);
  if (given.length > 1 || !kind.applies(resource, properties, side)) return [];
  const absent = given.length === 0 ? [{ when: '' }] : branchesOf(given[0]).filter(({ value }) => isNoValue(value));
  return absent.map(({ when }) => ({
    effect: 'Allow',
    kind: 'plain',
    action: kind.action,
    resource: '*',
    principal: 'AWS:*',
    condition: '',
    when,
    at: undefined,
  }));
};

/** Whether a row stands in no policy: it is what is allowed without one. */
export const isUnwritten = ({ principal, at }: Row): boolean => at === undefined && principal === 'AWS:*';

/** Whether an API certainly can be reached without a VPC endpoint. */
const isReachable = (properties: JsonMap): boolean => {
  const configuration = get(properties, 'EndpointConfiguration');
  if (configuration === undefined) return true;
  const types = get(configuration, 'Types') ?? [];
  return isList(types) && types.every((type: Json) => isString(type) && type !== 'PRIVATE');
};

const areRoutesOpen = (id: string, properties: JsonMap, side: Side): boolean => {
  if (get(properties, 'BodyS3Location') !== undefined) return false;
  const view = side.facts();
  return apiRoutes(view).every((route) => route.api.id !== id || !mayNeedIam(route, view));
};
