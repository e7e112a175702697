import type { KeptRoute, KeptSession } from "../store/kept";
import { keepActs, keepAnswers } from "../store/kept-acts";
import { proofBytes, settleProof } from "../store/kept-proofs";
import { type KeptDay, keepRun, patchRoute, readKeptDay } from "../store/kept-routes";
import { fetchRun, openSession, sendFixes, sendOps } from "./run-api";
import { sendKeptFixes } from "./send-fixes";
import { waitingActs, withoutStrangers } from "./settle-acts";
import { uploadProof } from "./upload-proofs";

/** How a pass ended. `waiting`: acts have gone, proofs or positions will be tried again later. */
export type SyncResult = "done" | "waiting" | "away" | "closed";

/** As many acts as the server takes at once. */
const BATCH = 500;
const MAX_FAILURES = 2;

/**
 * Opens the route behind a link for the first time on this device, or anew. The route's id, or why not.
 */
export async function openRoute(database: IDBDatabase, linkToken: string): Promise<{ routeId: string } | SyncResult> {
  const session = await openSession(linkToken);
  if (session.kind !== "ok") return session.kind === "away" ? "away" : "closed";
  const { token, expiresAt, routeId } = session.body;
  const run = await fetchRun(token);
  if (run.kind !== "ok") return run.kind === "away" ? "away" : "closed";
  await keepRun(database, { linkToken, session: { token, expiresAt } }, run.body, Date.now());
  return { routeId };
}

/**
 * Sends all that waits for one route, in order, and reads the route anew. Acts go before photos: they are small, and the
 * desk must not learn of a delivery only when its pictures have crept through a bad network; they stop in between where
 * `isOvertaken`, upon which another pass is due. Only one tab at a time may do this (`start-sync` sees to it).
 */
export async function syncRoute(
  database: IDBDatabase,
  routeId: string,
  isOvertaken: () => boolean,
): Promise<SyncResult> {
  const day = await readKeptDay(database, routeId);
  if (!day) return "done";
  const kept = freshSession(day.route);
  const result = kept ? await syncWith(database, day, kept, isOvertaken) : "closed";
  if (result !== "closed") return result;
  // A session ends before its link does: the link may give another.
  const opened = await openSession(day.route.linkToken);
  if (opened.kind === "away") return "away";
  if (opened.kind === "ok" && opened.body.routeId === routeId) {
    const { token, expiresAt } = opened.body;
    const again = await syncWith(database, day, { token, expiresAt }, isOvertaken);
    if (again !== "closed") return again;
  }
  await patchRoute(database, routeId, () => ({ session: null, isClosed: true }));
  return "closed";
}

/** The session a device may still show; null when it has run out, or is about to. */
export function freshSession({ session }: KeptRoute): KeptSession | null {
  return session && Date.parse(session.expiresAt) > Date.now() + 60_000 ? session : null;
}

async function syncWith(
  database: IDBDatabase,
  day: KeptDay,
  session: KeptSession,
  isOvertaken: () => boolean,
): Promise<SyncResult> {
  const { token } = session;
  const { routeId } = day.route;
  const acts = await sendActs(database, token, day);
  if (acts !== "done") return acts;
  const run = await fetchRun(token);
  if (run.kind === "away") return "away";
  if (run.kind !== "ok") {
    // Of a route that is another driver's by now the server still takes what was done until then: its pictures too.
    const left = await sendProofs(database, token, routeId, isOvertaken);
    return left === "waiting" ? "waiting" : "closed";
  }
  await keepRun(database, { linkToken: day.route.linkToken, session }, run.body, Date.now());
  // A refused act may be true for those of its parcels that are still here; then it is sent again for them.
  if (await sayAgain(database, routeId)) return syncRoute(database, routeId, isOvertaken);
  const proofs = await sendProofs(database, token, routeId, isOvertaken);
  if (proofs === "closed") return "closed";
  const isEmpty = await sendKeptFixes(database, routeId, (fixes) => sendFixes(token, fixes));
  return proofs === "done" && isEmpty ? "done" : "waiting";
}

async function sendActs(database: IDBDatabase, token: string, { route, acts }: KeptDay): Promise<SyncResult> {
  let waiting = waitingActs(acts);
  let size = BATCH;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, size);
    const answer = await sendOps(
      token,
      batch.map(({ act }) => act),
    );
    if (answer.kind === "closed") return "closed";
    if (answer.kind === "refused" && answer.status === 413 && size > 1) size = Math.ceil(size / 4);
    else if (answer.kind !== "ok") return "away";
    else {
      await keepAnswers(database, route.routeId, batch, answer.body, Date.now());
      waiting = waiting.slice(batch.length);
    }
  }
  return "done";
}

async function sayAgain(database: IDBDatabase, routeId: string): Promise<boolean> {
  const day = await readKeptDay(database, routeId);
  const onRoute = new Set(day?.route.run.sheet.stops.map(({ visitId }) => visitId));
  let said = false;
  for (const kept of day?.acts ?? []) {
    const again = withoutStrangers(kept, onRoute);
    if (!again) continue;
    const { opId: _, deviceSeq: __, occurredAt, ...act } = again;
    await keepActs(database, routeId, [act], { occurredAt, insteadOf: kept });
    said = true;
  }
  return said;
}

/**
 * One picture that does not go through must not hold up the others; several say that there is no way. `closed`: the session
 * is good for none of them.
 */
async function sendProofs(
  database: IDBDatabase,
  token: string,
  routeId: string,
  isOvertaken: () => boolean,
): Promise<"done" | "waiting" | "closed"> {
  const day = await readKeptDay(database, routeId);
  let failures = 0;
  for (const proof of day?.proofs ?? []) {
    if (proof.state !== "waiting" || failures >= MAX_FAILURES) continue;
    if (isOvertaken()) return "waiting";
    const bytes = await proofBytes(database, proof.proofId);
    if (!bytes) continue;
    const { kind } = await uploadProof(token, { ...proof, bytes });
    if (kind === "closed") return "closed";
    if (kind === "ok" || kind === "refused") {
      await settleProof(database, proof.proofId, kind === "ok" ? "sent" : "refused");
    } else failures++;
  }
  return failures === 0 ? "done" : "waiting";
}
