/** Mail hosts that read `a.b@` and `ab@` as one mailbox. */
const DOTS_MEAN_NOTHING = new Map([
  ["gmail.com", "gmail.com"],
  ["googlemail.com", "gmail.com"],
]);

/**
 * The form under which two spellings of one mailbox are the same (R1): case, a `+tag`, and the dots of Gmail do not
 * count. For comparing only; mail goes to the address as it was typed.
 */
export function normalisedEmail(email: string): string {
  const address = email.trim().normalize("NFKC").toLowerCase();
  const at = address.lastIndexOf("@");
  if (at < 1) return address;
  const typedHost = address.slice(at + 1).replace(/\.$/, "");
  const host = DOTS_MEAN_NOTHING.get(typedHost) ?? typedHost;
  const mailbox = address.slice(0, at);
  // A tag at the very start ("+x@") would leave nothing: then it is the name itself.
  const plus = mailbox.indexOf("+");
  const untagged = plus > 0 ? mailbox.slice(0, plus) : mailbox;
  const local = DOTS_MEAN_NOTHING.has(typedHost) ? untagged.replaceAll(".", "") : untagged;
  return `${local}@${host}`;
}
