/** Bytes as text, and the offset in that text of the first bytes that are not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly invalidAt: number | undefined;
}

/** Reads UTF-8; a byte-order mark is left out. Bytes that are not UTF-8 become U+FFFD. */
export const decode = (bytes: Uint8Array): Decoded => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), invalidAt: undefined };
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { text, invalidAt: firstInvalid(bytes) };
  }
};

/** Finds the first invalid bytes by halving: a prefix that decodes as the start of a stream is sound. */
const firstInvalid = (bytes: Uint8Array): number => {
  let sound = 0;
  let broken = bytes.length + 1;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isSound(bytes.subarray(0, middle))) sound = middle;
    else broken = middle;
  }
  // A cut-off sequence at the very end only shows when the stream is closed.
  return new TextDecoder('utf-8').decode(bytes.subarray(0, sound), { stream: true }).length;
};

const isSound = (prefix: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
};
