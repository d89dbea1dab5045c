import { SqlFragment } from "~/platform/sql.server";

/**
 * Every kind of accounts with its currency that the totals know, for a `with recursive`: stepping from one to the next by the
 * index, however many quarters each has. The last row is null.
 */
export const EVERY_SCOPE = new SqlFragment(`
  scope as (
    select min(scope) as scope from ledger_total where measure = 'open'
    union all
    select (select min(r.scope) from ledger_total r where r.measure = 'open' and r.scope > scope.scope) from scope where scope.scope is not null
  )`);
