import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { askApproval } from './ask-approval.ts';

const sns = new SNSClient();

export const handler = askApproval(async (subject, text) => {
  await sns.send(new PublishCommand({ TopicArn: process.env['APPROVALS'], Subject: subject, Message: text }));
}, process.env['ANSWER_URL'] ?? '');
