/** Something that was thrown, as a text. Anything can be thrown, and turning that into a text may fail as well. */
export const thrownText = (thrown: unknown): string => {
  try {
    return String(thrown);
  } catch {
    return 'what was thrown cannot be shown';
  }
};

/** The message of an error; of anything else that was thrown, its text. */
export const thrownMessage = (thrown: unknown): string => {
  try {
    return thrown instanceof Error ? String(thrown.message) : thrownText(thrown);
  } catch {
    return thrownText(thrown);
  }
};
