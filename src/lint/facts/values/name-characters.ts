/** Which characters a name takes. */
export interface NameCharacters {
  readonly path: readonly string[];
  /** Texts that have others are refused. */
  readonly allowed: RegExp;
  readonly words: string;
}

const name = (property: string, allowed: RegExp, words: string): NameCharacters => ({
  path: [property],
  allowed,
  words,
});

const dotted = 'letters, digits and ._-';
const hyphenated = 'letters, digits and -';

/** By type. Sources: the pages of the calls that make these resources in the API references of their services. */
export const nameCharacters: Readonly<Record<string, NameCharacters>> = {
  'AWS::DynamoDB::Table': name('TableName', /^[\w.-]*$/, dotted),
  'AWS::ECR::Repository': name('RepositoryName', /^[a-z0-9._/-]*$/, 'lower-case letters, digits and ._/-'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': name('Name', /^[a-zA-Z0-9-]*$/, hyphenated),
  'AWS::ElasticLoadBalancingV2::TargetGroup': name('Name', /^[a-zA-Z0-9-]*$/, hyphenated),
  'AWS::Events::EventBus': name('Name', /^[\w./-]*$/, 'letters, digits and ._/-'),
  'AWS::Events::Rule': name('Name', /^[\w.-]*$/, dotted),
  'AWS::IoT::TopicRule': name('RuleName', /^\w*$/, 'letters, digits and _'),
  'AWS::Kinesis::Stream': name('Name', /^[\w.-]*$/, dotted),
  'AWS::Logs::LogGroup': name('LogGroupName', /^[\w.\-/#]*$/, 'letters, digits and ._-/#'),
  'AWS::RDS::DBInstance': name('DBInstanceIdentifier', /^[a-zA-Z0-9-]*$/, hyphenated),
  'AWS::S3::Bucket': name('BucketName', /^[a-z0-9.-]*$/, 'lower-case letters, digits and .-'),
  'AWS::SNS::Topic': name('TopicName', /^[\w.-]*$/, 'letters, digits and _-'),
  'AWS::SQS::Queue': name('QueueName', /^[\w.-]*$/, 'letters, digits and _-'),
  'AWS::SSM::Parameter': name('Name', /^[\w.\-/]*$/, 'letters, digits and ._-/'),
  'AWS::Scheduler::Schedule': name('Name', /^[\w.-]*$/, dotted),
  'AWS::SecretsManager::Secret': name('Name', /^[\w/+=.@-]*$/, 'letters, digits and /_+=.@-'),
};
