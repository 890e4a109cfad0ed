/** Something that may hold only under a condition. */
interface Conditional {
  readonly condition: string | undefined;
}

/**
 * Variables of paths by the place they stand at: there can be one name at each. What depends on different conditions
 * may never meet, so it is not compared.
 */
export class Siblings<Place, T extends Conditional> {
  /** Place → condition → what stood there first. */
  readonly #known = new Map<Place, Map<string | undefined, { readonly name: string; readonly item: T }>>();

  /** Notes a variable and gives the one of another name that stands at the same place. */
  add(place: Place, name: string, item: T): { readonly name: string; readonly item: T } | undefined {
    let here = this.#known.get(place);
    if (!here) {
      here = new Map();
      this.#known.set(place, here);
    }
    const { condition } = item;
    const rivals = condition === undefined ? here.values() : [here.get(undefined), here.get(condition)];
    for (const rival of rivals) if (rival !== undefined && rival.name !== name) return rival;
    if (!here.has(condition)) here.set(condition, { name, item });
    return undefined;
  }
}
