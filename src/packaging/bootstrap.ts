const qualifier = 'hnb659fds';
const here = '${AWS::AccountId}-${AWS::Region}';

const role = (name: string): string =>
  `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-${qualifier}-${name}-role-${here}`;

/** What `cdk bootstrap` makes in every account and region, with `${…}` for these. */
export const bootstrap = {
  /** Takes files. */
  bucket: `cdk-${qualifier}-assets-${here}`,
  /** Takes images. */
  repository: `cdk-${qualifier}-container-assets-${here}`,
  deployRole: role('deploy'),
  executionRole: role('cfn-exec'),
  publishingRole: role('file-publishing'),
  imageRole: role('image-publishing'),
  lookupRole: role('lookup'),
  /** Holds the version of the bootstrap stack. */
  versionParameter: `/cdk-bootstrap/${qualifier}/version`,
  /** The first version that lets CloudFormation read the template from the bucket with the roles above. */
  version: 6,
  /** The first version whose look-up role can be assumed like that. */
  lookupVersion: 8,
} as const;
