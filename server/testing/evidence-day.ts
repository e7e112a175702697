import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { createGrantSeal } from "@/server/adapters/blob/blob-grant";
import { createFileBlobStore } from "@/server/adapters/blob/file-blob-store";
import { createGrantedFiles } from "@/server/adapters/blob/granted-files";
import { zipEvidencePress } from "@/server/adapters/evidence/zip-evidence-press";
import { sharpPhotoLab } from "@/server/adapters/photo/sharp-photo-lab";
import { createBlobApp } from "@/server/api/blobs/blob-app";
import { createRunApp } from "@/server/api/run/run-app";
import { resolveDriverSession, resolveFormerDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import type { Role } from "@/server/domain/access/permissions";
import { findProofJob } from "@/server/jobs/handlers/find-proof";
import { verifyProofJob } from "@/server/jobs/handlers/verify-proof";
import { watchPlanJob } from "@/server/jobs/handlers/watch-plan";
import type { BlobStore } from "@/server/ports/blob-store";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { mayReceiveProof } from "@/server/services/proof/may-receive-proof";
import { noteProofReceived } from "@/server/services/proof/note-proof-received";
import { incomingProof } from "@/server/services/proof/proof-keys";
import { drivenDay } from "./driven-day";
import type { ScenarioVisit } from "./plan-scenario";

interface EvidenceDayOptions {
  /** Where blobs lie as files; ignored where a store is given. */
  readonly parent: string;
  /** A store that takes bytes by itself and tells nobody. */
  readonly blobs?: BlobStore;
  readonly visits?: readonly ScenarioVisit[];
  readonly now?: Date;
  readonly date?: string;
}

/** A day of two routes (doors 0 and 1, door 2), its drivers' API, the store behind it, and a desk. */
export async function evidenceDay({ parent, blobs: elsewhere, visits, ...when }: EvidenceDayOptions) {
  const day = await drivenDay([[0, 1], [2]], visits, when);
  const { scenario, clock, links } = day;
  const folder = await mkdtemp(join(parent, "blobs-"));
  const seal = createGrantSeal("a secret of the tests");
  const ports = {
    blobs: elsewhere ?? createFileBlobStore(folder, seal),
    photos: sharpPhotoLab,
    evidence: zipEvidencePress,
  };
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const actor = await resolve(scenario.tenant.database, token, clock.now());
    return actor && { ...scenario.context("owner", ports), actor };
  };
  const run = createRunApp({
    byLink: by(resolveRouteLink),
    bySession: by(resolveDriverSession),
    byFormerSession: by(resolveFormerDriverSession),
  });
  const system = scenario.tenant.systemContext(ports);
  const files = createBlobApp({
    files: createGrantedFiles(folder, seal),
    now: () => clock.now(),
    mayReceive: (key) => mayReceiveProof(system, incomingProof(key)!),
    received: async (key) => void (await noteProofReceived(system, incomingProof(key)!)),
  });
  const call = async (path: string, token: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await run.request(`/api/run${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as never };
  };
  const tokens = await Promise.all(
    [0, 1].map(async (route) => ((await call("/session", links[route]!, {})).body as { token: string }).token),
  );
  const announced = (bytes: Uint8Array, over: Record<string, unknown> = {}) => ({
    proofId: randomUUID(),
    kind: "photo",
    visitIds: [scenario.visitIds[0]!],
    sha256: sha256(bytes),
    bytes: bytes.byteLength,
    contentType: "image/jpeg",
    takenAt: clock.now().toISOString(),
    ...over,
  });
  const announce = async (proofs: readonly unknown[], route = 0) => {
    const { status, body } = await call("/proofs", tokens[route]!, { proofs });
    return { status, ...(body as { uploads: AnsweredUpload[]; error?: { code: string } }) };
  };
  const put = async (url: string, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<Response> => {
    const request = { method: "PUT", body: bytes as BodyInit };
    if (elsewhere) return fetch(url, { ...request, headers });
    const ours = { "content-type": "image/jpeg", "content-length": String(bytes.byteLength), ...headers };
    return files.request(url, { ...request, headers: ours });
  };
  /** Runs what has been given out by now, not what that gives out. */
  const runJobs = async () => {
    for (const { name, payload } of scenario.tenant.jobs.splice(0)) {
      const { signal } = new AbortController();
      if (name === "verify-proof") await verifyProofJob(system, payload as { proofId: string }, signal);
      if (name === "find-proof") await findProofJob(system, payload as { proofId: string }, signal);
      if (name === "watch-plan") await watchPlanJob(system, payload as { planId: string }, signal);
    }
  };
  /** Announces, sends and has looked at. */
  const deliver = async (bytes: Uint8Array, over: Record<string, unknown> = {}, route = 0) => {
    const proof = announced(bytes, over);
    const { uploads } = await announce([proof], route);
    const { url, headers } = uploads[0]!;
    expect((await put(url!, bytes, headers)).ok).toBe(true);
    await runJobs();
    return proof.proofId;
  };
  const complete = async (proofIds: readonly string[], over: Record<string, unknown> = {}) => {
    const ops = [
      day.act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered", proofIds, ...over }),
    ];
    const { status } = await call("/ops", tokens[0]!, { deviceNow: clock.now(), ops });
    expect(status).toBe(200);
    return ops[0]!.opId as string;
  };
  return {
    day,
    folder,
    files,
    run,
    tokens,
    ports,
    system,
    desk: (role: Role = "owner") => scenario.context(role, ports),
    key: { routeId: scenario.routeIds[0]!, visitId: scenario.visitIds[0]! },
    incomingKey: (proofId: string) => `${scenario.tenant.organizationId}/proofs/incoming/${proofId}`,
    announced,
    announce,
    put,
    getFile: async (url: string) => (elsewhere ? fetch(url) : files.request(url)),
    deliver,
    runJobs,
    complete,
    call,
    filesThere: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length,
    eventTypes: async () =>
      (await readEventsAfter(scenario.context(), { afterSeq: 0, limit: 1000 })).events
        .map(({ type }) => type)
        .filter((type) => type.startsWith("proof.")),
    proofRow: async (id: string) =>
      (await scenario.tenant.database.raw`select * from proof where id = ${id}`)[0] as Record<string, unknown>,
  };
}

interface AnsweredUpload {
  readonly proofId: string;
  readonly status: string;
  readonly reason?: string;
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What a refusal was for: its status and its reason. */
export async function refusalOf(response: Response): Promise<readonly [status: number, reason: string | undefined]> {
  const { error } = (await response.json()) as { error?: { details: { reason: string } } };
  return [response.status, error?.details.reason];
}
