import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Request = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>;

/** Answers with how often each word stands in the text that was sent. */
export const countWords = async ({
  body = '',
  isBase64Encoded,
}: Request): Promise<APIGatewayProxyStructuredResultV2> => {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(counts)),
  };
};
