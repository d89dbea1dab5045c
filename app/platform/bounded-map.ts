/** A map that never holds more than so many entries: the one it holds longest makes room for the next. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(private readonly atMost: number) {
    super();
  }

  override set(key: Key, value: Value): this {
    if (this.size >= this.atMost && !this.has(key)) {
      for (const oldest of this.keys()) {
        this.delete(oldest);
        break;
      }
    }
    return super.set(key, value);
  }
}
