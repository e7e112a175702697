import "server-only";
import { createMiddleware } from "hono/factory";

/**
 * Refuses a body by the length it announces, before a byte of it is read: who is not signed in yet has no limit of their
 * own. Browsers announce it always; a body in chunks, which does not, is refused too.
 */
export function limitBody(maxBytes: number) {
  return createMiddleware(async ({ req, json }, next) => {
    if (req.header("transfer-encoding"))
      return json({ error: { code: "invalid", message: "Say how long it is." } }, 411);
    if (Number(req.header("content-length") ?? 0) <= maxBytes) return next();
    return json({ error: { code: "too-large", message: "This is more than can be taken at once." } }, 413);
  });
}
