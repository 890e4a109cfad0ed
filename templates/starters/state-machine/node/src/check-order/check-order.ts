export interface Item {
  readonly item: string;
  readonly quantity: number;
}

/** Checks one item of an order. What is not valid ends the workflow. */
export const checkOrder = async ({ item, quantity }: Item): Promise<{ readonly item: string }> => {
  if (typeof item !== 'string' || item === '') throw new Error('An item has no name.');
  if (!Number.isInteger(quantity) || quantity < 1) throw new Error(`The quantity of ${item} must be 1 or more.`);
  return { item };
};
