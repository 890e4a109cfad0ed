/**
 * Services of AWS that take roles or are named in resource policies, as their principals begin. A word that is not among
 * them stays: it only says what a similar one may mean.
 */
export const services: readonly string[] =
  `access-analyzer airflow airflow-env alexa-appkit amplify apigateway appconfig appflow application-autoscaling apprunner
  appstream appsync athena autoscaling backup batch bedrock billingconductor budgets cassandra ce chatbot cloud9
  cloudformation cloudfront cloudhsm cloudsearch cloudtrail cloudwatch codeartifact codebuild codecommit codedeploy
  codepipeline codestar codestar-notifications cognito-identity cognito-idp config connect controltower datapipeline
  datasync dax delivery.logs deepracer detective devops-guru diode directoryservice dlm dms ds dynamodb ec2 ec2fleet ecr
  ecs ecs-tasks edgelambda eks eks-fargate-pods elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
  elasticmapreduce emr-containers emr-serverless es events export.rds finspace firehose fis forecast fsx gamelift glacier
  globalaccelerator glue grafana greengrass guardduty health healthlake iam imagebuilder inspector inspector2 iot
  iotanalytics iotevents ivs kafka kafkaconnect kendra kinesis kinesisanalytics kinesisvideo kms lakeformation lambda
  license-manager location logs lookoutmetrics lookoutvision macie mediaconnect mediaconvert medialive mediapackage
  mediastore mediatailor memorydb monitoring mq neptune opensearchservice opsworks organizations osis-pipelines
  personalize pinpoint pipes polly qbusiness qldb quicksight rds redshift redshift-serverless rekognition
  replicator.lambda resource-groups robomaker rolesanywhere route53 route53resolver rum s3 sagemaker scheduler schemas
  secretsmanager securityhub securitylake serverlessrepo servicecatalog servicediscovery ses sms sns sqs ssm
  ssm-incidents sso states storagegateway streams.metrics sts support swf synthetics tagging textract timestream
  transcribe transfer translate trustedadvisor verifiedpermissions vmie voiceid vpc-flow-logs vpc-lattice waf
  wafv2 wellarchitected workmail workspaces xray`.split(/\s+/);
