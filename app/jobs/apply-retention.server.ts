import { forgetDeletedCustomers } from "~/commerce/forget-deleted-customers.server";
import { forgetPayloads } from "~/commerce/forget-payloads.server";
import { forgetAddresses } from "~/fulfilment/forget-addresses.server";
import { forgetCredentials } from "~/identity/forget-credentials.server";
import { forgetUnprovenPersons } from "~/identity/forget-unproven-persons.server";
import { forgetRenderedMails } from "~/notices/forget-rendered-mails.server";
import { log } from "~/platform/log.server";
import { forgetBatches } from "~/rewards/forget-batches.server";
import { forgetClicks } from "~/sharing/forget-clicks.server";
import { forgetTokenLists } from "~/sharing/forget-token-lists.server";
import { forgetEvents } from "~/webhooks/forget-events.server";

/** Forgets what is no longer needed (L8): rendered mails, webhook payloads, clicks, lists of tokens, hashes of deleted
 * customers, people who never proved an address, codes and sessions long over, events that were told, addresses of gifts,
 * batches nobody started. */
export async function applyRetention(): Promise<void> {
  const mails = await forgetRenderedMails();
  const payloads = await forgetPayloads();
  const clicks = await forgetClicks();
  const tokenLists = await forgetTokenLists();
  const customers = await forgetDeletedCustomers();
  const persons = await forgetUnprovenPersons();
  const credentials = await forgetCredentials();
  const events = await forgetEvents();
  const addresses = await forgetAddresses();
  const batches = await forgetBatches();
  log.info({ mails, payloads, clicks, tokenLists, customers, persons, credentials, events, addresses, batches }, "retention applied");
}
