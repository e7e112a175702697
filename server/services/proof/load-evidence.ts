import "server-only";
import type { Tx } from "@/db/client";
import { type EndedVisit, listItemsOf } from "@/db/queries/proof/evidence";
import { listRouteProofs, type ProofRow } from "@/db/queries/proof/proofs";
import { groupBy } from "@/server/domain/group-by";
import { reviewOf } from "@/server/domain/proof/review";
import type { ProofFacts, VisitEvidence } from "@/server/domain/proof/visit-evidence";

/** Ended visits with their items and pictures: those taken for the visit, and those the act that ended it names. */
export async function loadEvidence(
  tx: Tx,
  organizationId: string,
  visits: readonly EndedVisit[],
): Promise<VisitEvidence[]> {
  const routeIds = [...new Set(visits.map(({ routeId }) => routeId))];
  const proofs = groupBy(await listRouteProofs(tx, organizationId, routeIds), ({ routeId }) => routeId);
  const deliveryIds = [...new Set(visits.map(({ deliveryId }) => deliveryId))];
  const items = groupBy(await listItemsOf(tx, organizationId, deliveryIds), ({ deliveryId }) => deliveryId);
  return visits.map((visit) => {
    const completion = visit.completion!;
    const named = new Set(completion.proofIds);
    return {
      routeId: visit.routeId,
      visitId: visit.visitId,
      planId: visit.planId,
      deliveryId: visit.deliveryId,
      routeNumber: visit.routeNumber,
      date: visit.date,
      timeZone: visit.timeZone,
      driverId: visit.driverId,
      driverName: visit.driverName,
      role: visit.role,
      externalId: visit.externalId ?? "",
      contactName: visit.contactName,
      street: visit.street,
      town: [visit.postcode, visit.city].filter(Boolean).join(" "),
      address: visit.lat === null || visit.lng === null ? null : { lat: visit.lat, lng: visit.lng },
      arrivedAtMs: visit.arrivedAt?.getTime() ?? null,
      completion,
      receivedAtMs: visit.receivedAt?.getTime() ?? null,
      skewSeconds: visit.skewSeconds ?? 0,
      tasks: visit.tasks,
      items: (items.get(visit.deliveryId) ?? []).map(({ deliveryId: _delivery, ...item }) => item),
      proofs: (proofs.get(visit.routeId) ?? [])
        .filter(({ id, visitIds }) => named.has(id) || visitIds.includes(visit.visitId))
        .map(factsOf),
      review: reviewOf(
        visit.reviewState && {
          state: visit.reviewState,
          note: visit.reviewNote!,
          opId: visit.reviewOpId!,
          reviewedBy: visit.reviewedBy,
          reviewedAtMs: visit.reviewedAt!.getTime(),
        },
        completion.opId,
      ),
    };
  });
}

function factsOf(row: ProofRow): ProofFacts {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    rejection: row.rejection,
    contentType: row.contentType,
    sha256: row.sha256,
    bytes: row.bytes,
    cleanSha256: row.cleanSha256,
    widthPixels: row.widthPixels,
    heightPixels: row.heightPixels,
    takenAtMs: row.takenAt.getTime(),
    receivedAtMs: row.receivedAt?.getTime() ?? null,
    clearedAtMs: row.clearedAt?.getTime() ?? null,
    position: row.position,
    exifTakenAtMs: row.exifTakenAt?.getTime() ?? null,
    exifPosition: row.exifPosition,
    brightness: row.brightness,
    sharpness: row.sharpness,
    reuseOf: row.reuseOf,
  };
}
