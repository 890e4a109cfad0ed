import type { Combinations } from './combination.ts';

/** Keys that are not for symmetric encryption, by what they can be used for. */
const keyUsages = [
  { values: ['RSA_2048', 'RSA_3072', 'RSA_4096'], takes: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'] },
  { values: ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521'], takes: ['KEY_AGREEMENT', 'SIGN_VERIFY'] },
  { values: ['ECC_NIST_EDWARDS25519', 'ECC_SECG_P256K1'], takes: ['SIGN_VERIFY'] },
  { values: ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'], takes: ['SIGN_VERIFY'] },
  { values: ['HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512'], takes: ['GENERATE_VERIFY_MAC'] },
];
const otherKeys = { given: 'KeySpec', values: keyUsages.flatMap(({ values }) => values) };

/** Nodes for warm data need dedicated master nodes. */
const warmNodes = [
  { given: 'WarmEnabled', values: ['true'], needs: ['DedicatedMasterEnabled'] },
  { given: 'WarmEnabled', values: ['true'], name: 'DedicatedMasterEnabled', takes: ['true'] },
];

/** A delivery stream that turns records into another format, which compresses them itself. */
const converted = { given: 'DataFormatConversionConfiguration.Enabled', values: ['true'] };

/** Of what keeps, encrypts and processes data. Sources: the pages of these types in the CloudFormation template reference, and those named. */
export const data: Combinations = {
  'AWS::DynamoDB::GlobalTable': [
    { given: 'BillingMode', values: ['PROVISIONED'], needs: ['WriteProvisionedThroughputSettings'] },
  ],
  'AWS::EFS::FileSystem': [
    { given: 'ThroughputMode', values: ['provisioned'], needs: ['ProvisionedThroughputInMibps'] },
    { given: 'ProvisionedThroughputInMibps', needs: ['ThroughputMode'] },
    { given: 'ProvisionedThroughputInMibps', name: 'ThroughputMode', takes: ['provisioned'] },
    // https://docs.aws.amazon.com/efs/latest/ug/performance.html
    { given: 'ThroughputMode', values: ['elastic'], name: 'PerformanceMode', takes: ['generalPurpose'] },
    { given: 'AvailabilityZoneName', name: 'PerformanceMode', takes: ['generalPurpose'] },
  ],
  'AWS::ElastiCache::CacheCluster': [
    { given: 'AZMode', values: ['cross-az'], name: 'NumCacheNodes', from: 2 },
    { given: 'Engine', values: ['memcached'], name: 'SnapshotRetentionLimit', takes: ['0'] },
    { given: 'Engine', values: ['redis', 'valkey'], name: 'NumCacheNodes', takes: ['1'] },
  ],
  'AWS::ElastiCache::ReplicationGroup': [
    { given: 'AuthToken', needs: ['TransitEncryptionEnabled'] },
    { given: 'AuthToken', name: 'TransitEncryptionEnabled', takes: ['true'] },
    { given: 'Engine', values: ['valkey'], needs: ['TransitEncryptionEnabled'] },
    { given: 'MultiAZEnabled', values: ['true'], name: 'AutomaticFailoverEnabled', takes: ['true'] },
  ],
  'AWS::Elasticsearch::Domain ElasticsearchClusterConfig': warmNodes,
  'AWS::Glue::Trigger': [
    { given: 'Type', values: ['SCHEDULED'], needs: ['Schedule'] },
    { given: 'Type', values: ['CONDITIONAL'], needs: ['Predicate'] },
  ],
  // https://docs.aws.amazon.com/iot/latest/apireference/API_DynamoDBv2Action.html
  'AWS::IoT::TopicRule TopicRulePayload.Actions.DynamoDBv2': [{ some: ['RoleArn'] }],
  'AWS::KMS::Key': [
    { ...otherKeys, needs: ['KeyUsage'] },
    { ...otherKeys, name: 'EnableKeyRotation', takes: ['false'] },
    ...keyUsages.map((usage) => ({ given: 'KeySpec', ...usage, name: 'KeyUsage' })),
  ],
  // https://docs.aws.amazon.com/firehose/latest/dev/enable-record-format-conversion.html
  'AWS::KinesisFirehose::DeliveryStream ExtendedS3DestinationConfiguration': [
    { ...converted, name: 'CompressionFormat', takes: ['UNCOMPRESSED'] },
    { ...converted, name: 'BufferingHints.SizeInMBs', from: 64 },
  ],
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
  'AWS::Logs::MetricFilter MetricTransformations': [{ given: 'Dimensions', excludes: ['DefaultValue'] }],
  'AWS::OpenSearchService::Domain ClusterConfig': warmNodes,
  'AWS::OpenSearchService::Domain EBSOptions': [{ given: 'VolumeType', values: ['gp3'], name: 'Iops', from: 3000 }],
  'AWS::Redshift::Cluster': [
    { given: 'ClusterType', values: ['multi-node'], needs: ['NumberOfNodes'] },
    { given: 'ClusterType', values: ['multi-node'], name: 'NumberOfNodes', from: 2 },
    { given: 'ClusterType', values: ['single-node'], name: 'NumberOfNodes', takes: ['1'] },
  ],
  'AWS::S3::Bucket ObjectLockConfiguration.Rule.DefaultRetention': [{ one: ['Days', 'Years'] }, { some: ['Mode'] }],
};
