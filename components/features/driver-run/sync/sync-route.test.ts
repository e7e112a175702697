import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepActs } from "../store/kept-acts";
import { keepProof } from "../store/kept-proofs";
import { countWaiting, keepRun, readKeptDay } from "../store/kept-routes";
import { memoryDatabase } from "../testing/memory-database";
import { completeOf, sheetOf, stopOf, visitOf } from "../testing/sheet";
import { syncRoute } from "./sync-route";

const routeId = visitOf("p");
const proofId = visitOf("o");
const STORE = "https://store.example/put";

let database: IDBDatabase;
/** What the server was asked, and how it answers each. */
let asked: string[];
let answers: Record<string, () => { readonly status: number; readonly body?: unknown }>;

beforeEach(async () => {
  database = memoryDatabase();
  asked = [];
  vi.stubGlobal("fetch", async (url: string, { body }: RequestInit) => {
    const name = url.replace("/api/run/", "");
    asked.push(name);
    const answer = answers[name]!();
    const ops = name === "ops" ? (JSON.parse(String(body)).ops as { opId: string }[]) : [];
    const taken = { answers: ops.map(({ opId }) => ({ opId, verdict: "applied" })), skewSeconds: 0 };
    return new Response(JSON.stringify(answer.body ?? taken), { status: answer.status });
  });
  const nowMs = Date.now();
  const session = { token: "old", expiresAt: new Date(nowMs + 3600_000).toISOString() };
  const run = { routeId, sheet: sheetOf(stopOf("a")), ops: [], lastSeq: 1, serverNow: new Date(nowMs).toISOString() };
  await keepRun(database, { linkToken: "link", session }, run, nowMs);
  const taken = { proofId, routeId, kind: "photo", sha256: "ab", contentType: "image/jpeg" } as const;
  const takenAt = new Date(nowMs - 60_000).toISOString();
  const proof = { ...taken, takenAt, opId: "", visitIds: [], state: "draft" } as const;
  await keepProof(database, proof, new ArrayBuffer(8), null);
  await keepActs(database, routeId, [{ ...completeOf("a"), proofIds: [proofId] }], { occurredAt: takenAt });
});
afterEach(() => vi.unstubAllGlobals());

const sync = () => syncRoute(database, routeId, () => false);
const kept = async () => {
  const { route, acts, proofs } = (await readKeptDay(database, routeId))!;
  return { isClosed: route.isClosed, token: route.session?.token, acts: acts.length, proof: proofs[0]!.state };
};
const upload = { status: 200, body: { uploads: [{ status: "upload", url: STORE, headers: {} }] } };
const over = { status: 401, body: {} };

test("a route that is another's by now is closed once its acts and its pictures have gone, not before", async () => {
  let storeStatus = 503;
  answers = {
    ops: () => ({ status: 200 }),
    route: () => over,
    session: () => over,
    proofs: () => upload,
    [STORE]: () => ({ status: storeStatus, body: {} }),
  };
  expect(await sync()).toBe("waiting");
  expect(asked).toEqual(["ops", "route", "proofs", STORE]);
  expect(await kept()).toEqual({ isClosed: false, token: "old", acts: 0, proof: "waiting" });
  storeStatus = 201;
  expect(await sync()).toBe("closed");
  expect(asked.slice(4)).toEqual(["route", "proofs", STORE, "session"]);
  expect(await kept()).toEqual({ isClosed: true, token: undefined, acts: 0, proof: "sent" });
  expect(await countWaiting(database)).toBe(0);
});

test("a link that was withdrawn closes at once; what it did not send is kept, and counted", async () => {
  answers = { ops: () => over, session: () => over };
  expect(await sync()).toBe("closed");
  expect(await kept()).toEqual({ isClosed: true, token: undefined, acts: 1, proof: "waiting" });
  expect(await countWaiting(database)).toBe(2);
});

test("a picture the session is no longer good for closes it; the others are not tried", async () => {
  answers = { ops: () => ({ status: 200 }), route: () => over, session: () => over, proofs: () => over };
  expect(await sync()).toBe("closed");
  expect(asked).toEqual(["ops", "route", "proofs", "session"]);
  expect(await kept()).toMatchObject({ isClosed: true, proof: "waiting" });
  expect(await countWaiting(database)).toBe(1);
});
