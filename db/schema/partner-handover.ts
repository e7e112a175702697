import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ExchangeKind } from "@/server/domain/partner/exchange-kind";
import type { HandoverStatus } from "@/server/domain/partner/handover";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { createdAt, id, instant, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { partner } from "./partner";

/** One delivery offered to one partner; accepted, it is that partner's assignment. */
export const partnerHandover = pgTable(
  "partner_handover",
  {
    organizationId: organizationId(),
    id: id(),
    partnerId: uuid("partner_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    status: text("status").$type<HandoverStatus>().notNull(),
    /** One round asks partner after partner, each once; a later one may ask them all again. */
    roundId: uuid("round_id").notNull().defaultRandom(),
    /** Nobody else is asked in its place: somebody chose this partner, or stopped its round after it. */
    isByHand: boolean("is_by_hand").notNull().default(false),
    /** By which vehicle alone it may be brought, whoever of its round does it; null: by any. */
    vehicleProfile: text("vehicle_profile").$type<TravelProfile>(),
    /** The partner's own name for it. */
    reference: text("reference").notNull().default(""),
    /** When the partner said yes or no; null: it has not, or said so before this was kept. */
    answeredAt: instant("answered_at"),
    /** When what was last taken from the partner had happened; older words move nothing any more. */
    saidAt: instant("said_at"),
    /** Neither offered nor with the partner any more. */
    endedAt: instant("ended_at"),
    /** It was handed over to be mailed on a list; what a partner has in another way is on none, however he is reached later. */
    isListed: boolean("is_listed").notNull().default(false),
    /** The exchange that lists it, of a partner who is mailed lists; null: on none yet, or never to be. */
    manifestId: uuid("manifest_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // A delivery is with one partner at a time, whoever offers it twice at once.
    uniqueIndex("partner_handover_open").on(table.organizationId, table.deliveryId).where(sql`ended_at is null`),
    // Who has been asked to take a delivery.
    index("partner_handover_delivery").on(table.organizationId, table.deliveryId),
    // A partner's assignments, in the order they were given.
    index("partner_handover_partner").on(table.organizationId, table.partnerId, table.id),
  ],
);

/** What a partner and we have said to each other, word for word, for a time. Append only. */
export const partnerExchange = pgTable(
  "partner_exchange",
  {
    organizationId: organizationId(),
    id: id(),
    partnerId: uuid("partner_id").notNull(),
    kind: text("kind").$type<ExchangeKind>().notNull(),
    /** By what a call of the partner's is known when it comes again; null: ours, or one that may be repeated. */
    name: text("name"),
    handoverId: uuid("handover_id"),
    request: text("request").notNull(),
    /** Of the request's bytes, hex. */
    requestHash: text("request_hash").notNull(),
    /** HTTP's; null where there was no answer. */
    status: integer("status"),
    answer: text("answer").notNull().default(""),
    /** Why there is no answer that could be used; empty: there is. */
    failure: text("failure").notNull().default(""),
    milliseconds: integer("milliseconds"),
    correlationId: text("correlation_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }).onDelete("cascade"),
    // A partner's call that comes again finds its answer.
    uniqueIndex("partner_exchange_name")
      .on(table.organizationId, table.partnerId, table.kind, table.name)
      .where(sql`name is not null`),
    // What was said about an assignment.
    index("partner_exchange_handover").on(table.organizationId, table.handoverId, table.id),
    // The nightly deletion of what has been kept long enough.
    index("partner_exchange_created").on(table.createdAt),
  ],
);
