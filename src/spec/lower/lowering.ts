import { type Cause, originOf, type Source, stamp } from '../../model/origin.ts';
import type { Finding, Message } from '../../model/problem.ts';
import { hasScheme } from '../../model/s3.ts';
import { get, isMap, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { joined } from '../../parse/local-path.ts';
import type { Reading, Rewrite } from '../language/codec.ts';
import type { Target } from '../language/draft.ts';
import { set } from '../language/key.ts';
import { SecondResource } from '../language/messages.ts';
import type { Names } from '../language/names.ts';
import type { Spot } from '../language/spot.ts';

/** What a compact file has become so far, and what was wrong with it. */
export class Lowered implements Reading {
  readonly names: Names;
  readonly findings: Finding[];
  /** The logical id of the entry being lowered: problems name it. */
  entry = '';
  readonly resources: JsonMap = newMap();
  readonly #seconds = new Map<string, JsonMap>();
  readonly #contributions: { id: string; to: Target; value: Json; spot: Spot; entry: string }[] = [];

  /** From what folder the paths in an included file count. */
  readonly #folders: ReadonlyMap<Source, string>;

  constructor(names: Names, findings: Finding[], folders: ReadonlyMap<Source, string> = new Map()) {
    this.names = names;
    this.findings = findings;
    this.#folders = folders;
  }

  readonly rebase = (path: string, spot: Spot): string => {
    const folder = spot.at && this.#folders.get(spot.at.source);
    return folder === undefined || folder === '' || hasScheme(path) ? path : joined(folder, path);
  };

  readonly report = (found: Message, at: Cause | undefined, rewrite?: Rewrite): void => {
    const fix =
      rewrite && at && !at.source.hidden
        ? { fix: { safety: rewrite.safety, changes: [] }, edits: () => [{ at, text: rewrite.text }] }
        : {};
    this.findings.push({ ...found, span: at, ...(this.entry === '' ? {} : { logicalId: this.entry }), ...fix });
  };

  readonly contribute = (id: string, to: Target, value: Json, spot: Spot): void => {
    this.#contributions.push({ id, to, value, spot, entry: this.entry });
  };

  /** Sets what entries have given to others. */
  contributed(): void {
    for (const { id, to, value, spot, entry } of this.#contributions) {
      const body = this.resources[id];
      if (!isMap(body)) continue;
      const properties = get(body, 'Properties') ?? newMap();
      body['Properties'] = properties;
      this.entry = entry;
      set({ id, type: '', properties: properties as JsonMap, attributes: body }, to, value, spot, this);
    }
    this.entry = '';
  }

  /** Adds a resource beside that of an entry. Several keys may ask for the same one. */
  readonly add = (id: string, body: JsonMap, spot: Spot): void => {
    const present = this.#seconds.get(id);
    if (present !== undefined && sameData(present, body)) return;
    if (present !== undefined || this.names.get(id) !== undefined) {
      this.report(SecondResource(id, typeof spot.step === 'number' ? 'an item here' : `'${spot.step}'`), spot.keyAt);
      return;
    }
    this.#seconds.set(id, body);
    this.resources[id] = originOf(body) === undefined ? stamp(body, spot.whole) : body;
  };
}
