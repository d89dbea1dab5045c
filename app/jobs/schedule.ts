/**
 * What happens by itself, in cron notation (UTC, real time). Each job asks the domain clock what is due and does a
 * thing once however often it is called, so that a tick too many or too few changes nothing.
 */
export const SCHEDULE = `
* * * * * release-holds ?max=3
* * * * * extend-chain ?max=3
*/10 * * * * send-staff-digest ?max=3
*/5 * * * * return-unanswered ?max=3
*/5 * * * * tell-late-promises ?max=3
27 * * * * expire-rewards ?max=3
7 * * * * reconcile-stripe-events ?max=3
37 * * * * audit-books ?max=3
17 * * * * reconcile-mails ?max=3
53 2 * * * compare-with-stripe ?max=3
23 3 * * * ensure-click-partitions ?max=3
41 3 * * * apply-retention ?max=3
`.trim();
