/** Where a runtime looks for a handler. */
export interface HandlerPlace {
  /** The file without its extension, from the folder of the code. */
  readonly file: string;
  /** The name of the function in it. */
  readonly name: string;
  /** What the file may be called behind that: extensions, and files of a folder of that name. */
  readonly endings: readonly string[];
}

const script = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx', '/index.js', '/index.ts'];
const python = ['.py', '.pyc', '.so', '/__init__.py'];

/** Where the handler of a function is; undefined of runtimes whose code is compiled, and of files of a layer. */
export const handlerPlace = (handler: string, runtime: string): HandlerPlace | undefined => {
  if (handler.startsWith('/')) return undefined;
  const lastDot = handler.lastIndexOf('.');
  if (runtime.startsWith('python')) {
    return lastDot <= 0
      ? undefined
      : { file: handler.slice(0, lastDot).replaceAll('.', '/'), name: handler.slice(lastDot + 1), endings: python };
  }
  const isNode = runtime.startsWith('nodejs');
  if (!isNode && !runtime.startsWith('ruby')) return undefined;
  const base = handler.lastIndexOf('/') + 1;
  const dot = handler.indexOf('.', base);
  if (dot <= base) return undefined;
  const [name = ''] = handler.slice(dot + 1).split('.');
  return { file: handler.slice(0, dot), name, endings: isNode ? script : ['.rb'] };
};

/** What makes names that a file does not spell: a file with one of these may have any function. */
const makers = [
  'export *',
  'export*',
  'module.exports',
  'exports[',
  'Object.',
  'import *',
  'globals(',
  'setattr(',
  '__getattr__',
  'exec(',
];

/** Whether a file of that text certainly has nothing of a name. */
export const certainlyLacks = (text: string, name: string): boolean =>
  name !== '' && !text.includes(name) && !makers.some((maker) => text.includes(maker));
