import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { evidenceDay } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";

let parent: string;
const servers: Server[] = [];
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "bad-uploads-"));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => rm(parent, { recursive: true }));

interface Sent {
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
  /** Hangs up after so many bytes. */
  readonly cutAfter?: number;
}

/** A day whose files are sent over a real socket, byte by byte as the test says. */
async function served() {
  const s = await evidenceDay({ parent });
  const server = createServer(getRequestListener(s.files.fetch, { overrideGlobalObjects: false }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const put = (path: string, { headers = {}, body, cutAfter }: Sent) =>
    new Promise<readonly [status: number, reason: string | undefined]>((resolve, reject) => {
      const usual = {
        "content-type": "image/jpeg",
        ...(headers["transfer-encoding"] ? {} : { "content-length": body.byteLength }),
      };
      const sending = request({ port, path, method: "PUT", headers: { ...usual, ...headers }, agent: false });
      // Who has refused does not wait for the rest: what is still on its way then breaks off, after the answer.
      sending.on("socket", (socket) => socket.on("error", () => {}));
      sending.on("response", (answer: IncomingMessage) => {
        const read = async () => {
          const { error } = JSON.parse(await text(answer)) as { error?: { details: { reason: string } } };
          return [answer.statusCode!, error?.details.reason] as const;
        };
        read().then(resolve, reject);
      });
      sending.on("error", reject);
      if (cutAfter === undefined) sending.end(body);
      else sending.write(body.slice(0, cutAfter), () => sending.destroy(new Error("hung up")));
    });
  /** Announced as it is, to be sent as the test says. */
  const granted = async (bytes: Uint8Array, over: Record<string, unknown> = {}) => {
    const proof = s.announced(bytes, over);
    const { uploads } = await s.announce([proof]);
    return { proofId: proof.proofId, url: uploads[0]!.url! };
  };
  return { ...s, put, granted };
}

test("longer, shorter, chunked, of another type or other bytes than granted: each said, nothing kept", async () => {
  const s = await served();
  const bytes = await makePicture();
  const { url, proofId } = await s.granted(bytes);
  const other = Uint8Array.from(bytes, (byte, index) => (index === 500 ? byte ^ 1 : byte));
  expect(await s.put(url, { body: Uint8Array.of(...bytes, 0) })).toEqual([400, "upload-length"]);
  expect(await s.put(url, { body: new Uint8Array(12_000_000) })).toEqual([400, "upload-length"]);
  expect(await s.put(url, { body: bytes.slice(0, 100) })).toEqual([400, "upload-length"]);
  expect(await s.put(url, { body: new Uint8Array() })).toEqual([400, "upload-length"]);
  expect(await s.put(url, { body: bytes, headers: { "transfer-encoding": "chunked" } })).toEqual([
    400,
    "upload-length",
  ]);
  for (const type of ["text/html", "image/svg+xml", "image/jpeg; charset=utf-8", ""]) {
    expect(await s.put(url, { body: bytes, headers: { "content-type": type } }), type).toEqual([400, "upload-type"]);
  }
  expect(await s.put(url, { body: other })).toEqual([400, "upload-hash"]);
  expect(await s.filesThere()).toBe(0);
  expect(await s.proofRow(proofId)).toMatchObject({ status: "expected", received_at: null });
  expect(await s.put(url, { body: bytes })).toEqual([201, undefined]);
});

test("one whose sender hangs up half-way leaves nothing, and can be sent again", async () => {
  const s = await served();
  const bytes = await makePicture();
  const { url, proofId } = await s.granted(bytes);
  await expect(s.put(url, { body: bytes, cutAfter: bytes.byteLength >> 1 })).rejects.toThrow("hung up");
  await expect.poll(() => s.filesThere()).toBe(0);
  expect(await s.proofRow(proofId)).toMatchObject({ status: "expected" });
  expect(await s.put(url, { body: bytes })).toEqual([201, undefined]);
  await s.runJobs();
  expect(await s.proofRow(proofId)).toMatchObject({ status: "verified" });
});

test("a grant that is used once more changes nothing, whatever is sent with it and whenever", async () => {
  const s = await served();
  const bytes = await makePicture();
  const { url, proofId } = await s.granted(bytes);
  const other = Uint8Array.from(bytes, (byte, index) => (index === 500 ? byte ^ 1 : byte));
  const answers = await Promise.all([s.put(url, { body: bytes }), s.put(url, { body: bytes })]);
  expect(answers.map(([status]) => status).sort()).toSatisfy(([first, second]) => first <= 201 && second === 201);
  expect(await s.put(url, { body: other })).toEqual([200, undefined]);
  await s.runJobs();
  const row = await s.proofRow(proofId);
  expect(row).toMatchObject({ status: "verified" });
  expect(await s.put(url, { body: bytes })).toEqual([200, undefined]);
  expect(await s.filesThere()).toBe(2);
  expect(await s.proofRow(proofId)).toEqual(row);
  expect((await s.eventTypes()).filter((type) => type === "proof.uploaded")).toHaveLength(1);
  s.day.clock.advanceSeconds(301);
  expect(await s.put(url, { body: bytes })).toEqual([403, "grant-expired"]);
  expect(await s.put("/api/blobs/nonsense", { body: bytes })).toEqual([403, "grant-bad"]);
});

test("what only calls itself a picture is refused when it is looked at; of it only the record stays", async () => {
  const s = await served();
  const whole = await makePicture();
  const encode = (words: string) => new TextEncoder().encode(words);
  const files: readonly [name: string, bytes: Uint8Array, rejection: string][] = [
    ["an SVG", encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "not-an-image"],
    ["a page", encode("<!doctype html><script>alert(1)</script>"), "not-an-image"],
    ["a PDF", encode("%PDF-1.7 1 0 obj"), "not-an-image"],
    ["half a picture", whole.slice(0, whole.byteLength >> 1), "unreadable"],
    ["a page behind a picture's first bytes", Uint8Array.of(0xff, 0xd8, 0xff, ...encode("<script>")), "unreadable"],
    ["a PNG", await makePicture({ type: "image/png" }), "other-type"],
  ];
  for (const [name, bytes, rejection] of files) {
    const { url, proofId } = await s.granted(bytes);
    expect(await s.put(url, { body: bytes }), name).toEqual([201, undefined]);
    await s.runJobs();
    expect(await s.proofRow(proofId), name).toMatchObject({ status: "rejected", rejection, clean_sha256: null });
    // Announced once more it is not asked for again.
    const again = await s.announce([s.announced(bytes, { proofId })]);
    expect(again.uploads, name).toEqual([{ proofId, status: "rejected", reason: rejection }]);
  }
  expect(await s.filesThere()).toBe(0);
  await s.complete([]);
  const { flags } = await readEvidence(s.desk(), s.key);
  expect(flags.find(({ kind }) => kind === "rejected-file")).toMatchObject({ amount: files.length });
  expect((await viewProofs(s.desk(), s.key)).pictures).toEqual([]);
});

test("a picture that is a page as well is shown as a picture, and without the page", async () => {
  const s = await served();
  const payload = Buffer.from("<!doctype html><script>alert(document.domain)</script>");
  const bytes = new Uint8Array(Buffer.concat([await makePicture(), payload]));
  const { url, proofId } = await s.granted(bytes);
  expect(await s.put(url, { body: bytes })).toEqual([201, undefined]);
  await s.runJobs();
  await s.complete([proofId]);
  const { pictures } = await viewProofs(s.desk(), s.key);
  const shown = await s.getFile(pictures[0]!.url);
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  expect(Buffer.from(await shown.arrayBuffer()).includes("<script>")).toBe(false);
});
