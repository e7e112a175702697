import "server-only";
import { listRouteDoors, lockRunRoute } from "@/db/queries/execution/runs";
import { findProofs, insertProofs, listRouteProofs, type ProofRow, updateProof } from "@/db/queries/proof/proofs";
import { updateProofs } from "@/db/queries/proof/tidy-proofs";
import {
  isProofContentType,
  MAX_PROOF_BYTES,
  MAX_PROOFS_PER_ROUTE,
  MAX_PROOFS_PER_STOP,
  PROOF_URL_SECONDS,
  type ProofRejection,
} from "@/server/domain/proof/proof";
import { type AnnouncedProof, announceProofsSchema } from "@/server/domain/proof/proof-schema";
import type { SignedUpload } from "@/server/ports/blob-store";
import { type CommandScope, changed, changedQuietly, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { proofEvent } from "./proof-event";
import { incomingKey } from "./proof-keys";

/** What is to become of an announced picture: its bytes are sent, are here already, or are not wanted. */
export type ProofAnswer =
  | ({
      readonly proofId: string;
      readonly status: "upload";
      readonly method: "PUT";
      readonly expiresAt: string;
    } & SignedUpload)
  | { readonly proofId: string; readonly status: "stored" }
  | { readonly proofId: string; readonly status: "rejected"; readonly reason: ProofRejection };

interface Prepared {
  readonly uploads: ReadonlyMap<string, SignedUpload>;
  /** Announced before, and their bytes have come in without our being told: by a store that is not ours. */
  readonly arrived: ReadonlySet<string>;
}

/**
 * A driver's device says which pictures it has; each is answered by itself. The same may be announced any number of times:
 * an address is good for minutes, and a picture that is here is said to be.
 */
export const announceProofs = command({
  permission: "run.write",
  input: announceProofsSchema,
  prepare: async ({ actor, now, ports, read }, { proofs }): Promise<Prepared> => {
    const { organizationId } = actor;
    const known = await read((tx) =>
      findProofs(
        tx,
        organizationId,
        proofs.map(({ proofId }) => proofId),
      ),
    );
    const uploads = new Map<string, SignedUpload>();
    const arrived = new Set<string>();
    for (const { id, status } of known) {
      if (isAwaited({ status }) && (await ports.blobs.has(incomingKey(organizationId, id)))) arrived.add(id);
    }
    for (const { proofId, contentType, bytes, sha256 } of proofs) {
      if (bytes > MAX_PROOF_BYTES || !isProofContentType(contentType)) continue;
      const terms = { contentType, bytes, sha256, now, seconds: PROOF_URL_SECONDS };
      uploads.set(proofId, await ports.blobs.signUpload(incomingKey(organizationId, proofId), terms));
    }
    return { uploads, arrived };
  },
  run: async (scope, { proofs }) => {
    const { tx, actor, now, prepared } = scope;
    const { organizationId } = actor;
    const route = found(await lockRunRoute(tx, organizationId, found(actor.routeId, "route")), "route");
    const doors = await listRouteDoors(tx, organizationId, route.planId, route.id);
    const onRoute = new Set(doors.map(({ visitId }) => visitId));
    const known = new Map(
      (
        await findProofs(
          tx,
          organizationId,
          proofs.map(({ proofId }) => proofId),
        )
      ).map((row) => [row.id, row]),
    );
    const perStop = countPerStop(await listRouteProofs(tx, organizationId, [route.id]));
    const expiresAt = new Date(now.getTime() + PROOF_URL_SECONDS * 1000).toISOString();
    const fresh: AnnouncedProof[] = [];
    const revived: string[] = [];
    const arrived: ProofRow[] = [];
    const uploads = proofs.map((each): ProofAnswer => {
      const { proofId } = each;
      const row = known.get(proofId);
      const reason = row ? takenName(row, each, route.id) : unwanted(each, onRoute, perStop);
      if (reason) return { proofId, status: "rejected", reason };
      if (row?.status === "rejected") return { proofId, status: "rejected", reason: row.rejection! };
      if (row && prepared.arrived.has(proofId)) arrived.push(row);
      if (row && (!isAwaited(row) || prepared.arrived.has(proofId))) return { proofId, status: "stored" };
      if (row?.status === "lost") revived.push(proofId);
      if (!row && !fresh.some((other) => other.proofId === proofId)) {
        fresh.push(each);
        for (const visitId of subjectsOf(each)) perStop.set(visitId, (perStop.get(visitId) ?? 0) + 1);
      }
      return { proofId, status: "upload", method: "PUT", expiresAt, ...prepared.uploads.get(proofId)! };
    });
    await insertProofs(
      tx,
      fresh.map((each) => proofRow(scope, route, each)),
    );
    for (const { id } of arrived) await takeIn(scope, id);
    await updateProofs(tx, organizationId, revived, { status: "expected", sweptAt: null, updatedAt: now });
    for (const proofId of [...fresh.map((each) => each.proofId), ...revived])
      await scope.enqueue("find-proof", { proofId });
    if (arrived.length === 0) return changedQuietly({ uploads });
    return changed(
      { uploads },
      arrived.map((row) => proofEvent("proof.uploaded", row)),
    );
  },
});

/** Its bytes may still come. */
const isAwaited = ({ status }: Pick<ProofRow, "status">) => status === "expected" || status === "lost";

/** Marks a picture whose bytes are here, and has somebody look at them. */
export async function takeIn(scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueue">, proofId: string) {
  const { tx, actor, now } = scope;
  await updateProof(tx, actor.organizationId, proofId, {
    status: "quarantined",
    receivedAt: now,
    sweptAt: null,
    updatedAt: now,
  });
  await scope.enqueue("verify-proof", { proofId });
}

function takenName(row: ProofRow, each: AnnouncedProof, routeId: string): ProofRejection | null {
  const isSame = row.sha256 === each.sha256 && row.bytes === each.bytes && row.contentType === each.contentType;
  return row.routeId === routeId && isSame ? null : "proof-id-taken";
}

/** What pictures are counted by: their stops, or none. */
const NO_STOP = "";
const subjectsOf = ({ visitIds }: { readonly visitIds: readonly string[] }) =>
  visitIds.length > 0 ? visitIds : [NO_STOP];

function unwanted(
  { contentType, bytes, visitIds }: AnnouncedProof,
  onRoute: ReadonlySet<string>,
  perStop: ReadonlyMap<string, number>,
): ProofRejection | null {
  if (!isProofContentType(contentType)) return "content-type";
  if (bytes > MAX_PROOF_BYTES) return "too-large";
  if (!visitIds.every((visitId) => onRoute.has(visitId))) return "not-on-route";
  const most = (subject: string) => (subject === NO_STOP ? MAX_PROOFS_PER_ROUTE : MAX_PROOFS_PER_STOP);
  return subjectsOf({ visitIds }).some((each) => (perStop.get(each) ?? 0) >= most(each)) ? "too-many" : null;
}

/** Pictures that were refused leave room for better ones. */
function countPerStop(rows: readonly ProofRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.status === "rejected") continue;
    for (const visitId of subjectsOf(row)) counts.set(visitId, (counts.get(visitId) ?? 0) + 1);
  }
  return counts;
}

function proofRow(
  { actor, now }: Pick<CommandScope<unknown>, "actor" | "now">,
  route: { readonly id: string; readonly planId: string },
  { proofId, kind, visitIds, opId, sha256, bytes, contentType, takenAt, position }: AnnouncedProof,
): Parameters<typeof insertProofs>[1][number] {
  return {
    organizationId: actor.organizationId,
    id: proofId,
    planId: route.planId,
    routeId: route.id,
    assignmentId: actor.assignmentId ?? null,
    driverId: actor.id,
    kind,
    visitIds: [...new Set(visitIds)],
    opId: opId ?? null,
    status: "expected",
    contentType: contentType as ProofRow["contentType"],
    sha256,
    bytes,
    takenAt,
    position: position ?? null,
    createdAt: now,
    updatedAt: now,
  };
}
