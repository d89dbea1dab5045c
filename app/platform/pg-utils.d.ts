/** How `pg` writes a value down as PostgreSQL reads it; its own types leave it out. */
declare module "pg/lib/utils.js" {
  export function prepareValue(value: unknown): string | Buffer | null;
}
