import type { Change, Row } from "./table";

/** Records what a unit of work writes, so that it can be undone or saved as one line. */
export class ChangeLog {
  #changes: Change[] = [];
  #open = false;
  readonly #restore: (table: string, id: string, row: Row | null) => void;

  constructor(restore: (table: string, id: string, row: Row | null) => void) {
    this.#restore = restore;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  open(): void {
    this.#open = true;
  }

  close(): void {
    this.#open = false;
  }

  record(change: Change): void {
    if (!this.#open) throw new Error(`Write to ${change.table} outside a unit of work`);
    this.#changes.push(change);
  }

  mark(): number {
    return this.#changes.length;
  }

  undoTo(mark: number): void {
    for (const change of this.#changes.splice(mark).reverse()) {
      this.#restore(change.table, change.id, change.before);
    }
  }

  /** The net change of each row, in the order of first touch. */
  take(): Change[] {
    const net = new Map<string, Change>();
    for (const change of this.#changes) {
      const key = `${change.table} ${change.id}`;
      const first = net.get(key);
      net.set(key, first ? { ...first, after: change.after } : change);
    }
    this.#changes = [];
    return [...net.values()].filter((change) => change.before !== change.after);
  }
}
