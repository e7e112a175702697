import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createGuardedFetch, type GuardedFailure, guardedUrl, type Resolve } from "./guarded-request";
import { isPublicAddress } from "./public-address";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
}

const near = createGuardedFetch({ allowPrivate: true, timeoutMs: 10_000, maxAnswerBytes: 1000 });
const far = createGuardedFetch({ allowPrivate: false, timeoutMs: 10_000, maxAnswerBytes: 1000 });
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => error as GuardedFailure,
  );

test("addresses of the internet are open, all others are not, however they are written", () => {
  for (const open of ["93.184.216.34", "8.8.8.8", "2606:4700::1111"]) expect(isPublicAddress(open)).toBe(true);
  const closed = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"];
  const closed6 = [
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "ff02::1",
  ];
  for (const each of [...closed, ...closed6, "224.0.0.1", "255.255.255.255", "no address"]) {
    expect(isPublicAddress(each), each).toBe(false);
  }
});

test("refuses addresses of closed networks before anything is said, also those a name resolves to", async () => {
  let heard = 0;
  const url = await serve((_request, response) => response.end(String(++heard)));
  const { port } = new URL(url);
  for (const host of ["127.0.0.1", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]) {
    const failure = await failureOf(far({ url: `http://${host}:${port}/`, method: "GET" }));
    expect(failure?.kind, host).toBe("forbidden-address");
  }
  expect(heard).toBe(0);
  for (const text of [
    "ftp://example.com",
    "https://a:b@example.com",
    "file:///etc/passwd",
    "nothing",
    "http://x.local",
  ]) {
    expect(guardedUrl(text, false).ok, text).toBe(false);
  }
  for (const text of [
    "http://example.com/",
    "https://example.com:22/",
    "https://example.com:5432/",
    "http://example.com:443/",
  ]) {
    expect(guardedUrl(text, false).ok, text).toBe(false);
    expect(guardedUrl(text, true).ok, text).toBe(true);
  }
  for (const text of ["https://api.example.com/v1", "https://api.example.com:443/", "https://api.example.com:8443/"]) {
    expect(guardedUrl(text, false).ok, text).toBe(true);
  }
});

test("answers what it was answered, a redirect too: nobody is followed", async () => {
  const url = await serve((request, response) => {
    if (request.url === "/moved") throw new Error("followed");
    response.writeHead(302, { location: "/moved" }).end("over there");
  });
  expect(await near({ url, method: "POST", body: "{}" })).toMatchObject({ status: 302, text: "over there" });
});

test("sends the body as it is, once", async () => {
  const url = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.end(`${request.method} ${request.headers["x-a"]} ${Buffer.concat(chunks).toString("utf8")}`);
  });
  const answer = await near({ url, method: "POST", headers: { "x-a": "1" }, body: '{"ø":1}' });
  expect(answer.text).toBe('POST 1 {"ø":1}');
});

test("a name is believed once: whatever it resolves to is looked at, and only that is connected to", async () => {
  let heard = 0;
  const { port } = new URL(await serve((_request, response) => response.end(String(++heard))));
  let resolved = 0;
  /** Says another address each time it is asked, these in turn. */
  const saying = (...answers: readonly string[][]): Resolve => {
    let asked = 0;
    return (_hostname, _options, callback) => {
      resolved++;
      const addresses = answers[Math.min(asked++, answers.length - 1)]!;
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    };
  };
  const options = { timeoutMs: 10_000, maxAnswerBytes: 1000 };
  const closedNetworks = [
    ["127.0.0.1"],
    ["::1", "10.0.0.1"],
    ["::ffff:127.0.0.1"],
    ["64:ff9b::7f00:1"],
    ["100.64.0.7"],
    ["169.254.169.254"],
    ["fd00:ec2::254"],
    [],
  ];
  for (const closed of closedNetworks) {
    const guarded = createGuardedFetch({ ...options, allowPrivate: false, resolve: saying(closed) });
    const failure = await failureOf(guarded({ url: "https://partner.example/", method: "GET" }));
    expect(failure?.kind, String(closed)).toBe("forbidden-address");
  }
  // Were they not looked at, they would be connected to: nobody listens there, which is another failure.
  expect(resolved).toBe(closedNetworks.length);
  const url = `http://partner.example:${port}/`;
  expect(heard).toBe(0);
  resolved = 0;
  const turning = createGuardedFetch({ ...options, allowPrivate: true, resolve: saying(["127.0.0.1"], ["10.0.0.1"]) });
  expect((await turning({ url, method: "GET" })).text).toBe("1");
  expect(resolved).toBe(1);
});

test("cuts off who hangs, who never ends, who talks too much and who breaks off; each may have heard", async () => {
  const quick = createGuardedFetch({ allowPrivate: true, timeoutMs: 60, maxAnswerBytes: 1000 });
  const hanging = await serve(() => undefined);
  const dripping = await serve((_request, response) => void response.write("{"));
  for (const url of [hanging, dripping]) {
    const failure = await failureOf(quick({ url, method: "GET" }));
    expect(failure).toMatchObject({ kind: "timeout", mayHaveArrived: true });
  }
  const talking = await serve((_request, response) => response.end("x".repeat(10_000_000)));
  expect((await failureOf(near({ url: talking, method: "GET" })))?.kind).toBe("too-large");
  const breaking = await serve((request) => request.socket.destroy());
  expect((await failureOf(near({ url: breaking, method: "GET" })))?.kind).toBe("broke-off");
});

test("nobody there is unreachable, and surely did not hear", async () => {
  const url = await serve(() => undefined);
  await new Promise((resolve) => servers.pop()!.close(resolve));
  const failure = await failureOf(near({ url: `${url}?key=secret`, method: "GET" }));
  expect(failure).toMatchObject({ kind: "unreachable", mayHaveArrived: false });
  expect(failure?.message).not.toContain("secret");
});
