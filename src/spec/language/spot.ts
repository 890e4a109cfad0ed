import { type Cause, entryOf, originOf, placeOfEntry, spellingOf } from '../../model/origin.ts';
import { isList, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';

/** A value where it stands: an entry of a map or a list. */
export class Spot {
  readonly holder: Json[] | JsonMap;
  readonly step: Step;

  constructor(holder: Json[] | JsonMap, step: Step) {
    this.holder = holder;
    this.step = step;
  }

  get value(): Json {
    return (this.holder as JsonMap)[this.step as string] as Json;
  }

  /** The place of the value, or of what is around it. */
  get at(): Cause | undefined {
    return entryOf(this.holder, this.step)?.value ?? originOf(this.value) ?? originOf(this.holder);
  }

  /** The place of the key, or of what is around it. */
  get keyAt(): Cause | undefined {
    return entryOf(this.holder, this.step)?.key ?? this.at;
  }

  /** The place of key and value together. */
  get whole(): Cause | undefined {
    return placeOfEntry(this.holder, this.step) ?? this.at;
  }

  /** A scalar by its text: as it is spelt, where only that tells `1.10` from `1.1`. Undefined for null, maps and lists. */
  get text(): string | undefined {
    const { value } = this;
    if (isString(value)) return value;
    if (typeof value === 'boolean') return String(value);
    if (typeof value !== 'number') return undefined;
    const spelling = spellingOf(this.holder, this.step);
    return spelling !== undefined && Number(spelling) === value ? spelling : String(value);
  }

  /** What stands below, in a map or a list. */
  below(step: Step): Spot {
    return new Spot(this.value as Json[] | JsonMap, step);
  }

  /** The items of a list; of anything else, that alone. */
  get items(): Spot[] {
    const { value } = this;
    return isList(value) ? value.map((_, at) => this.below(at)) : [this];
  }
}
