import { integer, listOf, loose, map, object, oneOf, strict, string } from '../../schema/property.ts';

/** The properties of `AWS::Serverless::Application`. */
export const applicationProperties = {
  Location: strict(
    oneOf(
      string,
      object({
        ApplicationId: loose(string, 'The ARN of the application.', { required: true }),
        SemanticVersion: loose(string, 'Its version.', { required: true }),
      }),
    ),
    'The template: its URL, or `ApplicationId` and `SemanticVersion` of a repository application.',
    { required: true },
  ),
  TemplateUrl: strict(string, 'Not for authors: the transform puts the URL of the template here.'),
  Parameters: strict(map, 'Parameters of the nested stack.', { to: 'Parameters' }),
  NotificationARNs: strict(listOf(oneOf(string, map)), 'SNS topics that receive stack events.', {
    to: 'NotificationARNs',
  }),
  Tags: strict(map, 'Tags of the nested stack.'),
  TimeoutInMinutes: strict(integer, 'How long CloudFormation waits for the nested stack.', { to: 'TimeoutInMinutes' }),
} as const;
