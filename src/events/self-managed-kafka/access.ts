import { nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isIntrinsic, isList, isMap, isString, isTruthy, type Json, kindOf } from '../../model/tree.ts';
import type { MappingContext } from '../event-source-mapping.ts';

const NoConfigurations = message(
  'missing-source-access',
  'error',
  () =>
    "A SelfManagedKafka event needs 'SourceAccessConfigurations': how to log in to the cluster, or the VPC it is in.",
);
const NotAList = message(
  'invalid-source-access',
  'error',
  (found: string) =>
    `'SourceAccessConfigurations' is ${found}; it must be a list, because the policy of the role follows from it.`,
);
const NotAMap = message(
  'invalid-source-access',
  'error',
  (found: string) => `An item of 'SourceAccessConfigurations' is ${found}; it must be a map with 'Type' and 'URI'.`,
);
const BadType = message(
  'invalid-source-access-type',
  'error',
  (found: string, allowed: readonly string[], near: string | undefined) =>
    `The 'Type' of an item of 'SourceAccessConfigurations' is ${found}; it can be ${allowed.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
);
const BadUri = message(
  'missing-source-access-uri',
  'error',
  (type: string, found: string) =>
    `The 'URI' of the ${type} item of 'SourceAccessConfigurations' is ${found}; it must be a string.`,
);
const SecondLogin = message(
  'multiple-source-access',
  'error',
  (type: string) => `'SourceAccessConfigurations' has a second way to log in, ${type}; there can be one.`,
);
const HalfNetwork = message(
  'incomplete-source-access',
  'error',
  (missing: string) =>
    `'SourceAccessConfigurations' has no ${missing} item; a VPC needs both VPC_SUBNET and VPC_SECURITY_GROUP.`,
);

/** What an item of the access configurations is for. */
const roles = new Map([
  ['SASL_SCRAM_256_AUTH', 'login'],
  ['SASL_SCRAM_512_AUTH', 'login'],
  ['BASIC_AUTH', 'login'],
  ['CLIENT_CERTIFICATE_TLS_AUTH', 'login'],
  ['SERVER_ROOT_CA_CERTIFICATE', 'certificate'],
  ['VPC_SUBNET', 'subnet'],
  ['VPC_SECURITY_GROUP', 'security group'],
] as const);
type Role = typeof roles extends Map<string, infer R> ? R : never;

interface Item {
  readonly uri: Json;
  readonly at: Cause | undefined;
}

/** How a Kafka cluster of one's own is reached. */
export interface KafkaAccess {
  readonly secret: Item | undefined;
  readonly certificate: Item | undefined;
  /** Present where the cluster is in a VPC: the place that says so. */
  readonly network: Cause | undefined;
}

/** Reads and checks `SourceAccessConfigurations`. */
export const readAccess = (cx: MappingContext): KafkaAccess => {
  const configurations = cx.props.SourceAccessConfigurations;
  const whole = cx.at('SourceAccessConfigurations');
  if (!isTruthy(configurations)) return cx.fail(NoConfigurations(), whole);
  if (!isList(configurations)) return cx.fail(NotAList(kindOf(configurations)), whole);
  const found = new Map<Role, Item>();
  for (const [index, item] of configurations.entries()) {
    if (!isMap(item)) return cx.fail(NotAMap(kindOf(item)), cx.at('SourceAccessConfigurations', index));
    const { type, role } = typeOf(cx, item, index);
    if (role === 'login' && found.has(role)) cx.fail(SecondLogin(type), cx.at('SourceAccessConfigurations', index));
    const at = cx.at('SourceAccessConfigurations', index, 'URI');
    const uri = get(item, 'URI');
    if (!isTruthy(uri) || !(isString(uri) || isIntrinsic(uri))) return cx.fail(BadUri(type, kindOf(uri)), at);
    found.set(role, { uri, at });
  }
  const [subnet, group] = [found.get('subnet'), found.get('security group')];
  if (subnet && !group) cx.report(HalfNetwork('VPC_SECURITY_GROUP'), subnet.at);
  if (group && !subnet) cx.report(HalfNetwork('VPC_SUBNET'), group.at);
  return {
    secret: found.get('login'),
    certificate: found.get('certificate'),
    network: subnet && (subnet.at ?? cx.cause),
  };
};

const typeOf = (cx: MappingContext, item: Json, index: number): { type: string; role: Role } => {
  const type = get(item, 'Type');
  const role = isString(type) ? (roles as ReadonlyMap<string, Role>).get(type) : undefined;
  if (isString(type) && role !== undefined) return { type, role };
  const allowed = [...roles.keys()];
  const [found, near] = isString(type) ? [`'${type}'`, nearest(type, allowed)] : [kindOf(type), undefined];
  return cx.fail(BadType(found, allowed, near), cx.at('SourceAccessConfigurations', index, 'Type'));
};
