/**
 * Names that may be empty, by type and property: CloudFormation makes a name then, as it does without the property. cfn-lint, pull
 * requests 4463 (bucket, topic) and 4502 (instance profile).
 */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'AWS::IAM::InstanceProfile InstanceProfileName',
  'AWS::S3::Bucket BucketName',
  'AWS::SNS::Topic TopicName',
]);

/** Whether an empty text at a path of a type's properties stands for a name that CloudFormation makes. */
export const isMadeName = (type: string, path: string): boolean => mayBeEmpty.has(`${type} ${path}`);
