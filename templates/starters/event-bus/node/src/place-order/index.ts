import { randomUUID } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { placeOrder } from './place-order.ts';

const events = new EventBridgeClient();

export const handler = placeOrder(async (order) => {
  const { Entries, FailedEntryCount } = await events.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: process.env['BUS'],
          Source: 'shop.orders',
          DetailType: 'OrderPlaced',
          Detail: JSON.stringify(order),
        },
      ],
    }),
  );
  if (FailedEntryCount) throw new Error(`The bus refused the event: ${Entries?.[0]?.ErrorMessage}`);
}, randomUUID);
