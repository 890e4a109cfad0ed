/** A place of an example: line and column from 1, the end exclusive and only where it is marked too. */
export interface MarkedPlace {
  readonly line: number;
  readonly column: number;
  readonly end?: { readonly line: number; readonly column: number };
}

/** Takes the marks out of a text: what is left, and the places behind each `‹`, with their ends where `›` follows. */
export const withoutMarks = (marked: string): { readonly text: string; readonly places: readonly MarkedPlace[] } => {
  const places: MarkedPlace[] = [];
  let text = '';
  let line = 1;
  let column = 1;
  for (const character of marked) {
    if (character === '‹') places.push({ line, column });
    else if (character === '›') places.push({ ...places.pop()!, end: { line, column } });
    else {
      text += character;
      column = character === '\n' ? 1 : column + character.length;
      if (character === '\n') line++;
    }
  }
  return { text, places };
};
