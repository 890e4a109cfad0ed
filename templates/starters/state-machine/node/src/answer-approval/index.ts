import { InvalidToken, SendTaskSuccessCommand, SFNClient, TaskTimedOut } from '@aws-sdk/client-sfn';
import { answerApproval } from './answer-approval.ts';

const machines = new SFNClient();

export const handler = answerApproval(async (taskToken, output) => {
  try {
    await machines.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    return true;
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof InvalidToken) return false;
    throw error;
  }
});
