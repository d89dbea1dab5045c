/**
 * The address to connect to. Names under `localhost` lead to this machine (RFC 6761, 6.3); browsers know it, the resolver
 * that Node asks often does not.
 */
export function reachable(url: string | URL): URL {
  const reached = new URL(url);
  if (reached.hostname.endsWith(".localhost")) reached.hostname = "localhost";
  return reached;
}
