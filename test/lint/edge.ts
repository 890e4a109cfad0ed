import { samFunctionCalled } from './templates.ts';

/** A distribution that runs `arn` on the given event; what is given besides stands behind it. */
export const distribution = (arn: string, further: string, event = 'origin-request'): string => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior:
          LambdaFunctionAssociations:
            - {EventType: ${event}, LambdaFunctionARN: ${arn}}
${further}`;

/** A SAM function with a version that may run at the edge, unless the given properties say otherwise. */
export const edgeFunction = (...properties: string[]): string =>
  samFunctionCalled(
    'Fn',
    `AutoPublishAlias: live
AssumeRolePolicyDocument:
  Statement:
    - {Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: [lambda.amazonaws.com, edgelambda.amazonaws.com]}}
${properties.join('\n')}`,
  );
