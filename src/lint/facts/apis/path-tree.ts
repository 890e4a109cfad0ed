/** A place in the tree of paths: `/a/b` and `/a/c` share `/a`. */
export class PathTree {
  readonly #below = new Map<string, PathTree>();

  /** The place of a part below this one, which comes to be when it is asked for. */
  below(part: string): PathTree {
    let place = this.#below.get(part);
    if (!place) {
      place = new PathTree();
      this.#below.set(part, place);
    }
    return place;
  }

  /** How many places there are below this one. */
  get size(): number {
    let size = 0;
    const open: PathTree[] = [this];
    for (let place = open.pop(); place; place = open.pop()) {
      size += place.#below.size;
      for (const below of place.#below.values()) open.push(below);
    }
    return size;
  }
}
