export interface Question {
  readonly orderId: string;
  readonly total: number;
  /** What lets the workflow go on. */
  readonly token: string;
}

/** Publishes a question with one link for each answer. */
export const askApproval =
  (publish: (subject: string, text: string) => Promise<void>, answerUrl: string) =>
  async ({ orderId, total, token }: Question): Promise<void> => {
    const link = (answer: string) => `${answerUrl}/${answer}?token=${encodeURIComponent(token)}`;
    const text = `Order ${orderId} comes to ${total}.\nApprove: ${link('yes')}\nRefuse: ${link('no')}`;
    await publish(`Order ${orderId} needs your approval`, text);
  };
