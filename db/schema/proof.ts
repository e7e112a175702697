import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import type { LatLng } from "@/server/domain/geo";
import type { ProofContentType, ProofKind, ProofRejection, ProofStatus } from "@/server/domain/proof/proof";
import type { ReviewState } from "@/server/domain/proof/review";
import type { MeasuredPosition } from "@/server/domain/proof/visit-evidence";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { route } from "./plan";

/** A picture a driver has announced as evidence, and what became of it. Its bytes are a blob named after its id. */
export const proof = pgTable(
  "proof",
  {
    organizationId: organizationId(),
    /** The device's own name for it. */
    id: id(),
    planId: uuid("plan_id").notNull(),
    routeId: uuid("route_id").notNull(),
    /** The link it came by. */
    assignmentId: uuid("assignment_id"),
    driverId: uuid("driver_id"),
    kind: text("kind").$type<ProofKind>().notNull(),
    visitIds: uuid("visit_ids").array().notNull(),
    opId: uuid("op_id"),
    status: text("status").$type<ProofStatus>().notNull(),
    rejection: text("rejection").$type<ProofRejection>(),
    contentType: text("content_type").$type<ProofContentType>().notNull(),
    /** Of the bytes as the driver sent them, hex; kept when they are not. */
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    /** Of the file that is kept: the picture alone, encoded anew. */
    cleanSha256: text("clean_sha256"),
    cleanBytes: integer("clean_bytes"),
    widthPixels: integer("width_pixels"),
    heightPixels: integer("height_pixels"),
    /** By the device's clock. */
    takenAt: instant("taken_at").notNull(),
    position: json<MeasuredPosition>("position"),
    exifTakenAt: instant("exif_taken_at"),
    exifPosition: json<LatLng>("exif_position"),
    brightness: real("brightness"),
    sharpness: real("sharpness"),
    /** An earlier picture with the same bytes. */
    reuseOf: uuid("reuse_of"),
    receivedAt: instant("received_at"),
    /** When the picture itself was deleted, as the project's rule has it; the record stays. */
    clearedAt: instant("cleared_at"),
    /** When it was made sure that nothing is left of the file it came in. */
    sweptAt: instant("swept_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    // The pictures of a route, and of a plan's routes.
    index("proof_route").on(table.organizationId, table.routeId),
    // Pictures that were used before.
    index("proof_sha256").on(table.organizationId, table.sha256),
    // What is still to be tidied: pictures that have not come, and files that may be left.
    index("proof_unswept").on(table.organizationId, table.updatedAt).where(sql`swept_at is null`),
  ],
);

/** What was decided on a visit's evidence. None: nobody has looked. */
export const proofReview = pgTable(
  "proof_review",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    /** The act that was looked at. */
    opId: uuid("op_id").notNull(),
    state: text("state").$type<ReviewState>().notNull(),
    note: text("note").notNull(),
    /** The person; what his decision asks to be done is his to see to. */
    reviewerId: uuid("reviewer_id"),
    reviewedBy: text("reviewed_by").notNull(),
    reviewedAt: instant("reviewed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
  ],
);
