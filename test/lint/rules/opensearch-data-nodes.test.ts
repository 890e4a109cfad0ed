import { opensearchDataNodes } from '../../../src/lint/rules/opensearch-data-nodes.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const domain = (config: string) => `Parameters:
  Stage: {Type: String}
  Nodes: {Type: Number}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties: {ClusterConfig: ${config}}
`;
const older = (config: string) =>
  domain(config)
    .replace('AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain')
    .replace('ClusterConfig', 'ElasticsearchClusterConfig');
const three = 'ZoneAwarenessEnabled: true, ZoneAwarenessConfig: {AvailabilityZoneCount: 3}';

tester.run(opensearchDataNodes, {
  valid: [
    domain('{InstanceCount: 3}'),
    domain('{InstanceCount: 3, ZoneAwarenessEnabled: false}'),
    domain('{InstanceCount: 4, ZoneAwarenessEnabled: true}'),
    domain('{InstanceCount: !Ref Nodes, ZoneAwarenessEnabled: true}'),
    domain('{InstanceCount: !If [IsProd, 2, 1], ZoneAwarenessEnabled: !If [IsProd, true, false]}'),
    domain('!If [IsProd, {InstanceCount: 2, ZoneAwarenessEnabled: true}, {InstanceCount: 1}]'),
    domain(`{InstanceCount: 3, ${three}}`),
    domain(`{InstanceCount: 4, ${three}}`),
    domain('{InstanceCount: 3, ZoneAwarenessEnabled: true, ZoneAwarenessConfig: !Ref Nodes}'),
    older('{InstanceCount: 2, ZoneAwarenessEnabled: true}'),
  ],
  invalid: [
    marked(domain('{InstanceCount: ‹3›, ZoneAwarenessEnabled: true}'), {
      messageId: 'odd',
      data: { count: 3, property: 'ClusterConfig' },
    }),
    marked(domain("{InstanceCount: ‹'1'›, ZoneAwarenessEnabled: 'true'}"), 'odd'),
    marked(domain('{InstanceCount: ‹!If [IsProd, 3, 2]›, ZoneAwarenessEnabled: !If [IsProd, true, false]}'), 'odd'),
    marked(domain(`{InstanceCount: ‹2›, ${three}}`), { messageId: 'few', data: { count: 2 } }),
    marked(older('{InstanceCount: ‹1›, ZoneAwarenessEnabled: true}'), {
      messageId: 'odd',
      data: { property: 'ElasticsearchClusterConfig' },
    }),
  ],
});
