import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Request = Pick<APIGatewayProxyEventV2, 'pathParameters' | 'queryStringParameters'>;

/** Hands the answer to the workflow that waits for it; `proceed` gives false where it waits no longer. */
export const answerApproval =
  (proceed: (token: string, output: object) => Promise<boolean>) =>
  async ({ pathParameters, queryStringParameters }: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = pathParameters?.['answer'];
    const token = queryStringParameters?.['token'];
    if ((answer !== 'yes' && answer !== 'no') || !token) return say(400, 'This link is not complete.');
    const isInTime = await proceed(token, { approved: answer === 'yes' });
    return isInTime ? say(200, 'Thank you, the answer was noted.') : say(410, 'This question was answered already.');
  };

const say = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body,
});
