/** What a function runs, as a text says it. */
export interface Program {
  readonly handler: string;
  readonly code?: string | undefined;
  readonly runtime?: string | undefined;
}

export const programSays =
  "a handler with the place of its code, its runtime or both, such as 'index.handler in src/report on nodejs22.x'";

/** `index.handler in src/report on nodejs22.x`, without one of the two at most; undefined for anything else. */
export const parseProgram = (text: string): Program | undefined => {
  const [, handler, code, runtime] = /^(\S+)(?: in (\S+))?(?: on (\S+))?$/.exec(text) ?? [];
  return handler === undefined || (code ?? runtime) === undefined ? undefined : { handler, code, runtime };
};

/** The text; undefined where a part is missing or has blanks in it. */
export const printProgram = ({ handler, code, runtime }: Program): string | undefined => {
  const text = `${handler}${code === undefined ? '' : ` in ${code}`}${runtime === undefined ? '' : ` on ${runtime}`}`;
  const read = parseProgram(text);
  return read?.handler === handler && read.code === code && read.runtime === runtime ? text : undefined;
};
