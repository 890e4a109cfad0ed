/** Bytes as text, and what keeps them from being UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly fault: { readonly at: number; readonly what: string } | undefined;
}

/** The text of a template without a byte-order mark, each line break with a line feed. */
export const readText = (input: string | Uint8Array): Decoded => {
  const { text, fault } = typeof input === 'string' ? { text: withoutMark(input), fault: undefined } : decode(input);
  return { text: withLineFeeds(text), fault };
};

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** A carriage return alone is a line break too, in YAML and to whoever counts lines. Offsets stay as they are. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text);

/** Reads UTF-8; bytes that are not become U+FFFD. */
const decode = (bytes: Uint8Array): Decoded => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fault: undefined };
  } catch {
    const [first, second] = bytes;
    const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    if (wide) return { text: '', fault: { at: 0, what: 'it is in UTF-16; save it in UTF-8' } };
    const at = firstInvalid(bytes);
    return { text: new TextDecoder().decode(bytes), fault: { at, what: 'these bytes are not UTF-8' } };
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
