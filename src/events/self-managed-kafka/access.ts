import type { Cause } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isIntrinsic, isString, isTruthy, type Json, kindOf } from '../../model/tree.ts';
import type { MappingContext } from '../event-source-mapping.ts';
import { sourceAccess } from '../source-access.ts';

const NoConfigurations = message(
  'missing-source-access',
  'error',
  () =>
    "A SelfManagedKafka event needs 'SourceAccessConfigurations': a login for the cluster, or the VPC that it is in.",
);
const BadUri = message(
  'missing-property',
  'error',
  (type: string, found: string) =>
    `The 'URI' of the ${type} item of 'SourceAccessConfigurations' is ${found}; it must be a string.`,
);
const SecondLogin = message(
  'multiple-source-access',
  'error',
  (type: string) => `'SourceAccessConfigurations' has a second login, ${type}; only one is allowed.`,
);
const HalfNetwork = message(
  'incomplete-source-access',
  'error',
  (missing: string) =>
    `'SourceAccessConfigurations' has no ${missing} item; a VPC needs both VPC_SUBNET and VPC_SECURITY_GROUP.`,
);

/** What an item of the access configurations is for, by its type. */
const roles = {
  SASL_SCRAM_256_AUTH: 'login',
  SASL_SCRAM_512_AUTH: 'login',
  BASIC_AUTH: 'login',
  CLIENT_CERTIFICATE_TLS_AUTH: 'login',
  SERVER_ROOT_CA_CERTIFICATE: 'certificate',
  VPC_SUBNET: 'subnet',
  VPC_SECURITY_GROUP: 'security group',
} as const;
type AccessType = keyof typeof roles;
const types = Object.keys(roles) as AccessType[];

interface Item {
  readonly uri: Json;
  readonly at: Cause | undefined;
}

/** How a Kafka cluster of one's own is reached. */
export interface KafkaAccess {
  readonly secret: Item | undefined;
  readonly certificate: Item | undefined;
  /** Where the cluster is in a VPC, the item that says so. */
  readonly network: Item | undefined;
}

/** Reads and checks `SourceAccessConfigurations`. */
export const readAccess = (cx: MappingContext): KafkaAccess => {
  const found = new Map<(typeof roles)[AccessType], Item>();
  for (const { type, item, path } of sourceAccess(cx, NoConfigurations(), types)) {
    const role = roles[type];
    if (role === 'login' && found.has(role)) cx.fail(SecondLogin(type), cx.at(...path));
    const at = cx.at(...path, 'URI');
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
    network: subnet,
  };
};
