import { missingResource } from "./stripe-error";

export interface Row {
  id: string;
}

export interface Change {
  table: string;
  id: string;
  before: Row | null;
  after: Row | null;
}

interface ChangeLog {
  record(change: Change): void;
}

/** Rows of one kind, in the order they were made. Rows are never edited in place, so an event may hold on to one. */
export class Table<T extends Row> {
  readonly #rows = new Map<string, T>();
  readonly #indexes = new Map<string, Map<unknown, Set<string>>>();

  constructor(
    readonly name: string,
    readonly label: string,
    readonly log: ChangeLog,
    indexed: readonly (keyof T & string)[] = [],
  ) {
    for (const field of indexed) this.#indexes.set(field, new Map());
  }

  find(id: string | null | undefined): T | undefined {
    return id ? this.#rows.get(id) : undefined;
  }

  /** Throws Stripe's `resource_missing`; `param` names the parameter that held the id, none means the path. */
  get(id: string, param?: string): T {
    const row = this.#rows.get(id);
    if (!row) throw missingResource(this.label, id, param);
    return row;
  }

  all(): T[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Rows whose indexed `field` equals `value`. */
  where(field: keyof T & string, value: unknown): T[] {
    return [...this.each(field, value)];
  }

  *each(field: keyof T & string, value: unknown): Iterable<T> {
    const index = this.#indexes.get(field);
    if (!index) throw new Error(`${this.name}.${field} has no index`);
    for (const id of index.get(value) ?? []) {
      const row = this.#rows.get(id);
      if (row) yield row;
    }
  }

  insert(row: T): T {
    if (this.#rows.has(row.id)) throw new Error(`${this.name} ${row.id} exists`);
    this.#write(row.id, row);
    return row;
  }

  update(id: string, patch: Partial<T>): T {
    const before = this.get(id);
    const after: T = { ...before, ...patch };
    this.#write(id, after);
    return after;
  }

  /** Inserts or replaces. */
  put(row: T): T {
    this.#write(row.id, row);
    return row;
  }

  remove(id: string): void {
    if (this.#rows.has(id)) this.#write(id, null);
  }

  /** Sets a row without recording it: replay at start, and undo. */
  restore(id: string, row: Row | null): void {
    const before = this.#rows.get(id);
    for (const [field, index] of this.#indexes) {
      if (before) index.get(before[field as keyof T])?.delete(id);
      if (!row) continue;
      const value = (row as T)[field as keyof T];
      const ids = index.get(value) ?? new Set();
      index.set(value, ids.add(id));
    }
    if (row) this.#rows.set(id, row as T);
    else this.#rows.delete(id);
  }

  #write(id: string, row: T | null): void {
    this.log.record({ table: this.name, id, before: this.#rows.get(id) ?? null, after: row });
    this.restore(id, row);
  }
}
