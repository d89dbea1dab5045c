const ADDRESS = /^[^\s@;,="%\\]{1,64}@[^\s@;,="%\\]{1,100}$/;

/**
 * Who is signed in at the shop: an address in a cookie. A real shop asks for a password; this one believes everybody,
 * because it is only here to be tried out.
 */
export function readAccount(cookie: string | undefined): string | null {
  const address = (cookie ?? "").trim().toLowerCase();
  return ADDRESS.test(address) ? address : null;
}
