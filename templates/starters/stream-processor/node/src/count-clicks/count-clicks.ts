import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';

/** Counts the clicks of a batch in the order of the stream. It stops at the first failure, from which Lambda goes on. */
export const countClicks =
  (count: (page: string, sequenceNumber: string) => Promise<void>) =>
  async ({ Records }: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    for (const { kinesis } of Records) {
      const { data, sequenceNumber } = kinesis;
      try {
        await count(pageOf(data), sequenceNumber);
      } catch (error) {
        console.error('not counted', { sequenceNumber, reason: String(error) });
        return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  };

const pageOf = (data: string): string => {
  const { page } = JSON.parse(Buffer.from(data, 'base64').toString());
  if (typeof page !== 'string' || page === '') throw new Error('page is missing');
  return page;
};
