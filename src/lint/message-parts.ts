/**
 * The parts of a message of a rule: its texts, and between each two of them the name of what stands there.
 * @param message as in `Rule.messages`, with `{name}` for data
 */
export const messageParts = (message: string): readonly string[] => {
  let parts = known.get(message);
  if (!parts) {
    parts = message.split(/\{(\w+)\}/);
    if (known.size < mostKnown) known.set(message, parts);
  }
  return parts;
};

const known = new Map<string, readonly string[]>();

/** Rules of a plugin may make up messages without end. */
const mostKnown = 2000;
