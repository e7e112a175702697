import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createFetchJson, HttpFailure } from "./fetch-json";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/search?q=secret`);
}

/** Answers these in turn, the last one for ever; a number is a status. */
function replies(...bodies: (number | { status: number; retryAfter: string } | object)[]): RequestListener {
  let asked = 0;
  return (_request, response) => {
    const reply = bodies[Math.min(asked++, bodies.length - 1)]!;
    if (typeof reply === "number") response.writeHead(reply).end("{}");
    else if ("retryAfter" in reply) response.writeHead(reply.status, { "retry-after": reply.retryAfter }).end();
    else response.end(JSON.stringify(reply));
  };
}

/** Time that passes only by waiting. */
function stillTime() {
  const pauses: number[] = [];
  let now = 0;
  return {
    pauses,
    nowMs: () => now,
    wait: async (ms: number) => {
      pauses.push(ms);
      now += ms;
    },
  };
}

test("says who it is and answers the JSON", async () => {
  const url = await serve((request, response) => response.end(JSON.stringify(request.headers["user-agent"])));
  expect(await createFetchJson({ userAgent: "Dray/1 (ops@example.com)" })(url, {})).toBe("Dray/1 (ops@example.com)");
});

test("tries again after 5xx and 429 with growing pauses", async () => {
  const url = await serve(replies(503, 429, 500, { ok: true }));
  const time = stillTime();
  expect(await createFetchJson({ userAgent: "t", ...time })(url, {})).toEqual({ ok: true });
  expect(time.pauses).toEqual([500, 1000, 2000]);
});

test("pauses as long as Retry-After says, in seconds or until a date; not for hours", async () => {
  const seconds = stillTime();
  const url = await serve(replies({ status: 429, retryAfter: "7" }, { ok: true }));
  await createFetchJson({ userAgent: "t", ...seconds })(url, {});
  expect(seconds.pauses).toEqual([7000]);

  const date = stillTime();
  const inHalfAMinute = new Date(Date.now() + 30_000).toUTCString();
  await createFetchJson({ userAgent: "t", ...date })(
    await serve(replies({ status: 503, retryAfter: inHalfAMinute }, {})),
    {},
  );
  expect(date.pauses[0]).toBeGreaterThan(20_000);
  expect(date.pauses[0]).toBeLessThanOrEqual(30_000);

  // What an organization names makes nobody wait, however politely it asks.
  const [guarded, brisk] = [stillTime(), stillTime()];
  const busy = replies({ status: 429, retryAfter: "7" }, { ok: true });
  const guard = { allowPrivate: true, maxAnswerBytes: 1000 };
  const theirs = createFetchJson({ userAgent: "t", guard, ...guarded })(await serve(busy), {});
  await expect(theirs).rejects.toThrow("answered 429");
  const own = createFetchJson({ userAgent: "t", maxPauseMs: 2000, ...brisk })(
    await serve(replies({ status: 429, retryAfter: "7" }, {})),
    {},
  );
  await expect(own).rejects.toThrow("answered 429");
  expect([...guarded.pauses, ...brisk.pauses]).toEqual([]);

  const tomorrow = await serve(replies({ status: 429, retryAfter: "86400" }));
  await expect(createFetchJson({ userAgent: "t", ...stillTime() })(tomorrow, {})).rejects.toThrow("answered 429");
});

test("gives up after its retries, at once on a refusal; never says what was asked", async () => {
  const time = stillTime();
  const broken = createFetchJson({ userAgent: "t", maxRetries: 2, ...time })(await serve(replies(502)), {});
  await expect(broken).rejects.toThrow("answered 502");
  expect(time.pauses).toHaveLength(2);
  const refused = await createFetchJson({ userAgent: "t", ...time })(await serve(replies(403)), {}).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(HttpFailure);
  expect((refused as Error).message).toContain("answered 403");
  expect((refused as Error).message).not.toContain("secret");
  expect(time.pauses).toHaveLength(2);
});

test("keeps requests apart", async () => {
  const url = await serve(replies({}));
  const time = stillTime();
  const fetchJson = createFetchJson({ userAgent: "t", minIntervalMs: 1000, ...time });
  for (let count = 0; count < 3; count++) await fetchJson(url, {});
  expect(time.pauses).toEqual([1000, 1000]);
});

test("cuts off a server that does not answer, and one that answers in HTML", async () => {
  const hanging = await serve(() => undefined);
  const time = stillTime();
  const call = createFetchJson({ userAgent: "t", timeoutMs: 50, maxRetries: 0, ...time })(hanging, {});
  await expect(call).rejects.toThrow("did not answer within 50 ms");
  const html = await serve((_request, response) => response.end("<html>"));
  await expect(createFetchJson({ userAgent: "t" })(html, {})).rejects.toThrow("something other than JSON");
});

test("an abort ends the call with its own reason", async () => {
  const hanging = await serve(() => undefined);
  const controller = new AbortController();
  const call = createFetchJson({ userAgent: "t" })(hanging, { signal: controller.signal });
  controller.abort(new Error("no longer wanted"));
  await expect(call).rejects.toThrow("no longer wanted");
});

test("a refusal inside a body is tried again when it may pass", async () => {
  const url = await serve(replies({ status: "BUSY" }, { status: "OK" }));
  const check = (body: unknown) => {
    if ((body as { status: string }).status === "BUSY") throw new HttpFailure("busy", true);
  };
  const time = stillTime();
  expect(await createFetchJson({ userAgent: "t", ...time })(url, { check })).toEqual({ status: "OK" });
  expect(time.pauses).toEqual([500]);
});
