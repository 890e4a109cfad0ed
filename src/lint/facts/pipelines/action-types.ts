/** Numbers of artifacts, from and to. */
type Bounds = readonly [least: number, most: number];

/** A kind of action that AWS provides. */
export interface ActionType {
  readonly inputs: Bounds;
  readonly outputs: Bounds;
  /** Keys that its configuration needs. */
  readonly needs: readonly string[];
}

/** A kind of action about which no more is known than that it exists. */
const any: ActionType = { inputs: [0, Number.POSITIVE_INFINITY], outputs: [0, Number.POSITIVE_INFINITY], needs: [] };

const source = (...needs: string[]): ActionType => ({ inputs: [0, 0], outputs: [1, 1], needs });
const deploy = (...needs: string[]): ActionType => ({ inputs: [1, 1], outputs: [0, 0], needs });
const codeBuild: ActionType = { inputs: [1, 5], outputs: [0, 5], needs: ['ProjectName'] };

/**
 * By category and provider, of the owner AWS. Sources:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html,
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html
 */
export const actionTypes: Readonly<Record<string, Readonly<Record<string, ActionType>>>> = {
  Approval: { Manual: { inputs: [0, 0], outputs: [0, 0], needs: [] } },
  Build: { CodeBuild: codeBuild, ECRBuildAndPublish: any },
  Compute: { Commands: any },
  Deploy: {
    AppConfig: any,
    CloudFormation: { inputs: [0, 10], outputs: [0, 1], needs: ['ActionMode', 'StackName'] },
    CloudFormationStackInstances: any,
    CloudFormationStackSet: any,
    CodeDeploy: deploy('ApplicationName', 'DeploymentGroupName'),
    CodeDeployToECS: any,
    EC2: any,
    ECS: deploy('ClusterName', 'ServiceName'),
    EKS: any,
    ElasticBeanstalk: deploy('ApplicationName', 'EnvironmentName'),
    Lambda: any,
    OpsWorks: any,
    S3: deploy('BucketName', 'Extract'),
    ServiceCatalog: any,
  },
  Invoke: {
    CodePipeline: any,
    InspectorScan: any,
    Lambda: { inputs: [0, 5], outputs: [0, 5], needs: ['FunctionName'] },
    StepFunctions: any,
  },
  Source: {
    CodeCommit: source('BranchName', 'RepositoryName'),
    CodeStarSourceConnection: source('BranchName', 'ConnectionArn', 'FullRepositoryId'),
    ECR: source('RepositoryName'),
    S3: source('S3Bucket', 'S3ObjectKey'),
  },
  Test: { CodeBuild: codeBuild, DeviceFarm: any },
};
