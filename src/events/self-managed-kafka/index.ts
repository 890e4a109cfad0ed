import { allow } from '../../model/iam.ts';
import { append } from '../../model/lists.ts';
import { stamp } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { isList, isTruthy } from '../../model/tree.ts';
import { kmsKeyArn, readSecret, useNetwork } from '../access.ts';
import { attachMapping, type MappingContext } from '../event-source-mapping.ts';
import { mappingProperties } from '../mapping-properties.ts';
import { schemaRegistryStatements } from '../schema-registry.ts';
import { secretsKeyId } from '../secrets-key.ts';
import { readAccess } from './access.ts';

const MissingList = message(
  'missing-property',
  'error',
  (name: string) => `A SelfManagedKafka event needs '${name}', with at least one item.`,
);
const OneTopic = message(
  'wrong-value',
  'error',
  (count: number) => `'Topics' has ${count} items; a SelfManagedKafka event reads exactly one topic.`,
);

export const selfManagedKafka = defineEvent({
  type: 'SelfManagedKafka',
  hosts: ['function'],
  properties: mappingProperties,
  attach(cx) {
    checkSource(cx);
    const { secret, certificate, network } = readAccess(cx);
    const statements = [];
    if (secret) statements.push(readSecret(secret.uri, secret.at));
    // The reference grants the login secret a second time here, not the certificate's.
    if (certificate) statements.push(readSecret(secret?.uri ?? null, certificate.at));
    if (network) statements.push(useNetwork(network.at));
    const key = secretsKeyId(cx);
    if (key !== undefined) statements.push(allow(['kms:Decrypt'], kmsKeyArn(key), cx.at('SecretsManagerKmsKeyId')));
    append(statements, schemaRegistryStatements(cx));
    const policy = {
      PolicyName: 'SelfManagedKafkaExecutionRolePolicy',
      PolicyDocument: { Version: '2012-10-17', Statement: statements },
    };
    attachMapping(cx, 'SelfManagedKafka', {
      policies: [stamp(policy, cx.cause)],
      kafkaConfig: 'SelfManagedKafkaEventSourceConfig',
    });
  },
});

const checkSource = (cx: MappingContext): void => {
  for (const name of ['KafkaBootstrapServers', 'Topics'] as const) {
    if (!isTruthy(cx.props[name])) cx.report(MissingList(name), cx.at(name));
  }
  const { Topics } = cx.props;
  if (isList(Topics) && Topics.length > 1) cx.report(OneTopic(Topics.length), cx.at('Topics'));
};
