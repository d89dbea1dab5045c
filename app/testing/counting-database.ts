import type { Database, Tx } from "~/platform/db.server";

/**
 * A real database with a list of what was asked of it: which table and how, or the text of the SQL; never with which
 * values. For proving that two answers cost the same questions.
 */
export function countingDatabase(real: Database): { db: Database; questions(): string[] } {
  const asked: string[] = [];
  const listen = <Target extends object>(target: Target, path: string): Target =>
    new Proxy(target, {
      get(owner, name) {
        const value: unknown = Reflect.get(owner, name);
        const here = path ? `${path}.${String(name)}` : String(name);
        if (typeof value === "function") {
          return (...input: unknown[]) => {
            const [first] = input;
            asked.push(Array.isArray(first) ? `${here} ${first.join("?")}` : here);
            return Reflect.apply(value, owner, input);
          };
        }
        return typeof value === "object" && value !== null ? listen(value, here) : value;
      },
    });
  const transaction: Database["transaction"] = (name, work) => real.transaction(name, (tx) => work(listen<Tx>(tx, "")));
  return {
    // Still the real database to whoever asks for its pool.
    db: new Proxy(real, { get: (owner, name) => (name === "transaction" ? transaction : (Reflect.get(owner, name) as unknown)) }),
    questions: () => asked,
  };
}
