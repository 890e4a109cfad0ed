/** Where the values of a TOML text stand: its parser keeps no places. */
export class TomlLines {
  /** The lines of tables and keys, counted from 0, by the keys that lead to them. */
  readonly #keys = new Map<string, number>();
  /** The lines that name a value in a text or a list: `Name=…`, or `ParameterKey=Name,…`. */
  readonly #names = new Map<string, number[]>();
  /** How many tables begin up to each line. */
  readonly #tables: number[] = [];

  constructor(text: string) {
    let table: readonly string[] = [];
    for (const [at, line] of text.split('\n').entries()) {
      const [, header, key] = /^\s*(?:\[{1,2}([^\][]+)\]|([\w."'-]+)\s*=)/.exec(line) ?? [];
      if (header !== undefined) table = keysOf(header);
      const path = JSON.stringify(key === undefined ? table : [...table, ...keysOf(key)]);
      if ((header ?? key) !== undefined && !this.#keys.has(path)) this.#keys.set(path, at);
      this.#tables.push((this.#tables.at(-1) ?? 0) + (header === undefined ? 0 : 1));
      for (const name of namesIn(line)) {
        const lines = this.#names.get(name);
        if (lines === undefined) this.#names.set(name, [at]);
        else lines.push(at);
      }
    }
  }

  /**
   * The line of a value, counted from 1: the one that names it, where it stands in a text or a list, else that of its key or
   * table. Undefined where the text is written in a way that this does not follow.
   * @param path the keys that lead to the value
   */
  of(path: readonly string[]): number | undefined {
    const found = path
      .map((_, index) => this.#keys.get(JSON.stringify(path.slice(0, path.length - index))))
      .find((line) => line !== undefined);
    if (found === undefined) return undefined;
    const named = this.#names.get(path.at(-1)!) ?? [];
    return (named.find((line) => line >= found && this.#tables[line] === this.#tables[found]) ?? found) + 1;
  }
}

const keysOf = (dotted: string): string[] => dotted.split('.').map((key) => key.trim().replace(/^(["'])(.*)\1$/, '$2'));

const namesIn = (line: string): string[] =>
  line
    .split(/["'\s,]+/)
    .filter((word) => word.includes('='))
    .map((word) => word.replace(/^ParameterKey=/, '').split('=', 1)[0]!);
