export interface Order {
  readonly item: string;
  readonly quantity: number;
}

/** Adds up what was ordered and publishes the sums, the largest first. */
export const sendReport =
  (load: () => Promise<readonly Order[]>, publish: (subject: string, text: string) => Promise<void>) =>
  async (): Promise<void> => {
    const orders = await load();
    const sums = new Map<string, number>();
    for (const { item, quantity } of orders) sums.set(item, (sums.get(item) ?? 0) + quantity);
    const lines = [...sums].sort(([, a], [, b]) => b - a).map(([item, sum]) => `${sum} ${item}`);
    await publish(`Orders: ${orders.length}`, lines.join('\n') || 'There are no orders.');
  };
