import type { Method } from "./route";
import type { Sandbox } from "./sandbox";
import { StripeError } from "./stripe-error";

/** Throws 401 without a test key and 403 when a restricted key lacks the call's permission. */
export function checkKey(sandbox: Sandbox, authorization: string | undefined): string {
  const key = readKey(authorization);
  if (!key) {
    throw new StripeError(401, {
      type: "invalid_request_error",
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using " +
        "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    });
  }
  if (!/^(sk|rk)_test_[A-Za-z0-9_]+$/.test(key)) {
    throw new StripeError(401, {
      type: "invalid_request_error",
      message: `Invalid API Key provided: ${masked(key)}`,
    });
  }
  return key;
}

/** Permissions have the names of Stripe's own messages, such as `rak_customer_read`; write includes read. */
export function checkPermission(sandbox: Sandbox, key: string, resource: string, method: Method): void {
  if (key.startsWith("sk_")) return;
  const granted = sandbox.tables.restrictedKeys.find(key)?.permissions ?? [];
  const write = `rak_${resource}_write`;
  const needed = method === "GET" ? `rak_${resource}_read` : write;
  if (granted.includes(needed) || granted.includes(write)) return;
  throw new StripeError(403, {
    type: "invalid_request_error",
    message:
      `The provided key '${masked(
        key,
      )}' does not have the required permissions for this endpoint on account ` +
      `'${sandbox.platform.id}'. Having the '${needed}' permission would allow this request to continue.`,
  });
}

function readKey(authorization: string | undefined): string | null {
  const [scheme, value] = (authorization ?? "").split(" ");
  if (!value) return null;
  if (scheme?.toLowerCase() === "bearer") return value;
  if (scheme?.toLowerCase() !== "basic") return null;
  return Buffer.from(value, "base64").toString("utf8").split(":")[0] || null;
}

function masked(key: string): string {
  return `${key.slice(0, 8)}${"*".repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`;
}
