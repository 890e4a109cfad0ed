import type { Combinations } from './combination.ts';

/** What a knowledge base needs for each kind of store. */
const stores = {
  MONGO_DB_ATLAS: 'MongoDbAtlasConfiguration',
  NEPTUNE_ANALYTICS: 'NeptuneAnalyticsConfiguration',
  OPENSEARCH_MANAGED_CLUSTER: 'OpensearchManagedClusterConfiguration',
  OPENSEARCH_SERVERLESS: 'OpensearchServerlessConfiguration',
  PINECONE: 'PineconeConfiguration',
  RDS: 'RdsConfiguration',
  S3_VECTORS: 'S3VectorsConfiguration',
};

/** Of Bedrock and SageMaker. Sources: the pages of these types in the CloudFormation template reference. */
export const ai: Combinations = {
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GuardrailContentFilterConfig.html
  'AWS::Bedrock::Guardrail ContentPolicyConfig.FiltersConfig': [
    { given: 'Type', values: ['PROMPT_ATTACK'], name: 'OutputStrength', takes: ['NONE'] },
  ],
  'AWS::Bedrock::KnowledgeBase StorageConfiguration': Object.entries(stores).map(([store, name]) => ({
    given: 'Type',
    values: [store],
    needs: [name],
  })),
  'AWS::BedrockAgentCore::Runtime NetworkConfiguration': [
    { given: 'NetworkMode', values: ['VPC'], needs: ['NetworkModeConfig'] },
  ],
  'AWS::SageMaker::EndpointConfig ProductionVariants': [
    { given: 'ServerlessConfig', excludes: ['InitialInstanceCount', 'InstanceType'] },
  ],
  'AWS::SageMaker::NotebookInstance': [{ given: 'DirectInternetAccess', values: ['Disabled'], needs: ['SubnetId'] }],
};
