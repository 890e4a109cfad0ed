import { stamp } from '../../model/origin.ts';
import { defineEvent } from '../../model/plugin.ts';
import { get, isList, isTruthy, type JsonMap } from '../../model/tree.ts';
import { readSecret } from '../access.ts';
import { attachMapping, type MappingContext } from '../event-source-mapping.ts';
import { streamProperties } from '../mapping-properties.ts';
import { schemaRegistryStatements } from '../schema-registry.ts';

export const msk = defineEvent({
  type: 'MSK',
  hosts: ['function'],
  properties: streamProperties,
  attach(cx) {
    const statements = [...schemaRegistryStatements(cx), ...certificateStatements(cx)];
    const policy = { PolicyName: 'MSKExecutionRolePolicy', PolicyDocument: { Statement: statements } };
    attachMapping(cx, 'MSK', {
      managedPolicy: 'AWSLambdaMSKExecutionRole',
      policies: statements.length > 0 ? [stamp(policy, cx.cause)] : [],
      kafkaConfig: 'AmazonManagedKafkaEventSourceConfig',
    });
  },
});

const certificateStatements = (cx: MappingContext): JsonMap[] => {
  const configurations = cx.props.SourceAccessConfigurations;
  if (!isList(configurations)) return [];
  return configurations.flatMap((item, index) => {
    const uri = get(item, 'URI');
    if (get(item, 'Type') !== 'CLIENT_CERTIFICATE_TLS_AUTH' || uri === undefined || !isTruthy(uri)) return [];
    return [readSecret(uri, cx.at('SourceAccessConfigurations', index, 'URI'))];
  });
};
