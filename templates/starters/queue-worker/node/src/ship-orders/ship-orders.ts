import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

export interface Shipment {
  readonly orderId: string;
  readonly address: string;
}

/** Ships the orders of a batch. What is reported as failed comes back; everything else is deleted from the queue. */
export const shipOrders =
  (ship: (shipment: Shipment) => Promise<void>) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(Records.map(async ({ body }) => ship(read(body))));
    const batchItemFailures = results.flatMap((result, index) => {
      if (result.status === 'fulfilled') return [];
      const { messageId } = Records[index]!;
      console.error('not shipped', { messageId, reason: String(result.reason) });
      return [{ itemIdentifier: messageId }];
    });
    return { batchItemFailures };
  };

const read = (body: string): Shipment => {
  const { orderId, address } = JSON.parse(body);
  if (typeof orderId !== 'string' || typeof address !== 'string') throw new Error('orderId or address is missing');
  return { orderId, address };
};
