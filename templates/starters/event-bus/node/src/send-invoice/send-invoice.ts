import type { EventBridgeEvent } from 'aws-lambda';

export interface Order {
  readonly orderId: string;
  readonly total: number;
}

export interface Invoice extends Order {
  readonly date: string;
}

/** Writes an invoice for an order. The same event twice gives the same invoice. */
export const sendInvoice =
  (save: (invoice: Invoice) => Promise<void>) =>
  async ({ detail, time }: Pick<EventBridgeEvent<'OrderPlaced', Order>, 'detail' | 'time'>): Promise<void> => {
    const { orderId, total } = detail;
    await save({ orderId, total, date: time.slice(0, 10) });
  };
