import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { WindowBasis } from "@/server/domain/tracking/arrival-window";
import type { SafePlace } from "@/server/domain/tracking/customer-act";
import type { TrackingScope } from "@/server/domain/tracking/tracking-access";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import type { TrackingState } from "@/server/domain/tracking/tracking-state";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery, deliveryVisit } from "./delivery";

/** A customer's link to one door over one channel; `form` is what a tracking number opens, `program` what programs read. */
export const trackingLink = pgTable(
  "tracking_link",
  {
    organizationId: organizationId(),
    id: id(),
    visitId: uuid("visit_id").notNull(),
    channel: text("channel").$type<"email" | "sms" | "api" | "form" | "program">().notNull(),
    /** SHA-256 of the link's token, hex. */
    tokenHash: text("token_hash").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }).onDelete("cascade"),
    // A token finds its door, whoever's it is.
    uniqueIndex("tracking_link_token_hash").on(table.tokenHash),
    // A door's links, to withdraw them.
    index("tracking_link_visit").on(table.organizationId, table.visitId),
  ],
);

/** Who looked at a page, as far as it must be known: never an address of the net, only its salted hash. */
export const trackingView = pgTable(
  "tracking_view",
  {
    organizationId: organizationId(),
    id: id(),
    linkId: uuid("link_id").notNull(),
    scope: text("scope").$type<TrackingScope>().notNull(),
    ipHash: text("ip_hash").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.linkId],
      foreignColumns: [trackingLink.organizationId, trackingLink.id],
    }).onDelete("cascade"),
    // The views of a link.
    index("tracking_view_link").on(table.organizationId, table.linkId, table.createdAt),
  ],
);

/** What a customer was last told of his door, so that the next word follows from it. Its row is the lock of telling. */
export const customerTold = pgTable(
  "customer_told",
  {
    organizationId: organizationId(),
    visitId: uuid("visit_id").notNull(),
    /** The day; null: none was named. */
    toldDate: text("told_date"),
    /** The window, and on what it rested; null: none was told. */
    windowFrom: instant("window_from"),
    windowTo: instant("window_to"),
    windowBasis: text("window_basis").$type<WindowBasis>(),
    /** How often the window has become wider since dispatch. */
    widenings: smallint("widenings").notNull().default(0),
    /** Tries at the door; messages of one try are told once. */
    attempt: smallint("attempt").notNull().default(1),
    /** Where it stood when it was last looked at for messages; null: nobody has looked. */
    notifiedState: text("notified_state").$type<TrackingState>(),
    delays: smallint("delays").notNull().default(0),
    delayArriveAt: instant("delay_arrive_at"),
    /** How often its customer has moved it. */
    reschedules: smallint("reschedules").notNull().default(0),
    endedAt: instant("ended_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }).onDelete("cascade"),
  ],
);

/** What a customer says of a delivery that is over; one word per delivery. */
export const deliveryRating = pgTable(
  "delivery_rating",
  {
    organizationId: organizationId(),
    deliveryId: uuid("delivery_id").notNull(),
    stars: smallint("stars").notNull(),
    comment: text("comment").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.deliveryId] }),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
  ],
);

/** What a customer asks for at his door; empty and null: nothing. His own words, beside the sender's instructions. */
export const customerWish = pgTable(
  "customer_wish",
  {
    organizationId: organizationId(),
    visitId: uuid("visit_id").notNull(),
    instructions: text("instructions").notNull().default(""),
    safePlace: text("safe_place").$type<SafePlace>(),
    safePlaceDetail: text("safe_place_detail").notNull().default(""),
    /** How often he has said something else. */
    changes: smallint("changes").notNull().default(0),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }).onDelete("cascade"),
  ],
);

/** Answers to a door's identity check that did not fit: three digits are few, so tries are counted. */
export const identityTry = pgTable(
  "identity_try",
  {
    organizationId: organizationId(),
    id: id(),
    visitId: uuid("visit_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }).onDelete("cascade"),
    // A door's tries, and those of the last hour.
    index("identity_try_visit").on(table.organizationId, table.visitId, table.createdAt),
  ],
);

/** What an organization's customers see and may do; without a row, the defaults. */
export const trackingPolicy = pgTable(
  "tracking_policy",
  {
    organizationId: organizationId(),
    policy: json<TrackingPolicy>("policy").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
);

/** How far an organization's expected arrivals were off so long before, as its newest routes have it (`lead-errors`). */
export const leadError = pgTable(
  "lead_error",
  {
    organizationId: organizationId(),
    leadMinutes: smallint("lead_minutes").notNull(),
    p10Seconds: integer("p10_seconds").notNull(),
    p90Seconds: integer("p90_seconds").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.leadMinutes] })],
);

/**
 * How often somebody has tried to open a tracking number, by its hash, whether or not there is such a number. Outside any
 * tenant: an unknown number is nobody's. Rows that have run out leave with the next try.
 */
export const trackingTry = pgTable(
  "tracking_try",
  {
    numberHash: text("number_hash").primaryKey(),
    tries: integer("tries").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("tracking_try_expires").on(table.expiresAt)],
);
