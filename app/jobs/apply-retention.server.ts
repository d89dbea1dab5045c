import { forgetPayloads } from "~/commerce/forget-payloads.server";
import { forgetUnprovenPersons } from "~/identity/forget-unproven-persons.server";
import { forgetRenderedMails } from "~/notices/forget-rendered-mails.server";
import { log } from "~/platform/log.server";

/** Forgets what is no longer needed (L8): rendered mails, webhook payloads, people who never proved an address. */
export async function applyRetention(): Promise<void> {
  const mails = await forgetRenderedMails();
  const payloads = await forgetPayloads();
  const persons = await forgetUnprovenPersons();
  log.info({ mails, payloads, persons }, "retention applied");
}
