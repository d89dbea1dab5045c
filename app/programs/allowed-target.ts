const MAX_LENGTH = 2_048;
// Names under localhost never leave the machine (RFC 6761).
const LOOPBACK = /^((?:[a-z0-9-]{1,63}\.){0,4}localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const HOST = /^(?=.{1,259}$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*(:\d{1,5})?$/;
// Nothing before or inside the authority that a browser reads differently from us: lower-case scheme, two slashes,
// host, port, then a path, query or fragment. No userinfo, no percent sign, no other alphabet.
const TARGET = /^(https?):\/\/([a-zA-Z0-9.-]+|\[::1\])(:\d{1,5})?(?=[/?#]|$)/;
const UNSAFE = /[\u0000-\u0020\u007f-\u00a0\\\u2028\u2029\ufeff]/;

/**
 * Whether a browser may be sent to `target`: an absolute https address on one of the company's own hosts (http only
 * on loopback, for the demo's shop). Everything a browser might read as another host is refused (ASVS 1.2.2, 3.7.2).
 */
export function isAllowedTarget(company: { allowedHosts: readonly string[] }, target: string): boolean {
  if (target.length > MAX_LENGTH || UNSAFE.test(target)) return false;
  const match = TARGET.exec(target);
  if (!match || !URL.canParse(target)) return false;
  const [, scheme, host = "", port = ""] = match;
  const url = new URL(target);
  const shown = `${host.toLowerCase()}${port}`;
  // What the parser made of it must be what is written: no folding, no other reading of numbers as an address.
  if (url.hostname !== host.toLowerCase() || url.username !== "" || url.password !== "") return false;
  if (scheme === "http" && !LOOPBACK.test(shown)) return false;
  return company.allowedHosts.includes(url.host) || company.allowedHosts.includes(shown);
}

/**
 * A host an owner typed ("Shop.example", "https://shop.example/", "münchen.example") in the form the allow-list
 * keeps: lower case, other alphabets as punycode, a port only when it is not the usual one.
 * @returns null when it is not one host
 */
export function normalisedHost(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || UNSAFE.test(text) || /[@%*]/.test(text)) return null;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return null;
  // Typed as such: 0x7f000001 is no way to name this machine.
  if (LOOPBACK.test(url.host)) return address.includes(url.hostname) ? url.host : null;
  const named = HOST.test(url.host) && url.hostname.includes(".") && !/^[\d.]+$/.test(url.hostname);
  return named ? url.host : null;
}
