/** Names in quotes for a message; of more than `most` the number of the others. */
export const listed = (names: readonly string[], most = names.length): string => {
  const shown = names.slice(0, most).map((name) => `'${name}'`);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
};
