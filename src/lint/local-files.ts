import type { Cause, Source } from '../model/origin.ts';
import type { FileContent, FoundFile, LocalFile } from '../model/rule.ts';
import { parse } from '../parse/index.ts';
import { joined } from '../parse/local-path.ts';
import { readText } from '../parse/text.ts';
import type { ExpandOptions } from '../transform/index.ts';
import { mayRead, shownPath } from '../transform/read.ts';

/** The local files that rules look into: each read once, with the places that name it. */
export class LocalFiles {
  readonly #options: ExpandOptions;
  readonly #found = new Map<string, FoundFile>();
  readonly #sites = new Map<string, Cause[]>();

  constructor(options: ExpandOptions) {
    this.#options = options;
  }

  /** A file by its path from the template's folder; undefined where files cannot be looked at. */
  find(path: string, site: Cause | undefined): FoundFile | undefined {
    if (!this.#options.reader) return undefined;
    const plain = joined('', path);
    const found = this.#found.get(plain) ?? this.#look(plain);
    this.#found.set(plain, found);
    if (typeof found === 'object' && site) this.#note(found.source.file!, site);
    return found;
  }

  /** The places that name the file of a source. */
  sitesOf(source: Source): readonly Cause[] {
    return (source.file === undefined ? undefined : this.#sites.get(source.file)) ?? [];
  }

  #look(path: string): FoundFile {
    const { reader } = this.#options;
    if (!mayRead(path, this.#options)) return 'outside';
    const kind = reader!.kind(path);
    if (kind === 'directory') return 'folder';
    const text = kind === undefined ? undefined : reader!.text(path);
    if (text === undefined) return 'missing';
    return fileOf({ file: shownPath(path, this.#options), text: readText(text).text });
  }

  #note(file: string, site: Cause): void {
    const sites = this.#sites.get(file) ?? [];
    if (sites.some(({ start, source: from }) => start === site.start && from === site.source)) return;
    this.#sites.set(file, [...sites, site]);
  }
}

const fileOf = (source: Source): LocalFile => {
  let content: FileContent | undefined;
  const read = (): FileContent => {
    const { root, start, findings } = parse(source.text, source.file);
    return { root, at: start, faults: findings.filter(({ level }) => level === 'error') };
  };
  return {
    source,
    read: () => {
      content ??= read();
      return content;
    },
  };
};
