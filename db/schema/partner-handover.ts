import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ExchangeKind } from "@/server/domain/partner/exchange-kind";
import type { CancelState, HandoverStatus } from "@/server/domain/partner/handover";
import type { RoundEnd } from "@/server/domain/partner/round";
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
    /** Somebody chose this partner. */
    isByHand: boolean("is_by_hand").notNull().default(false),
    /** The partner's own name for it. */
    reference: text("reference").notNull().default(""),
    /** When the partner said yes or no; null: it has not, or said so before this was kept. */
    answeredAt: instant("answered_at"),
    /** When what was last taken from the partner had happened; older words move nothing any more. */
    saidAt: instant("said_at"),
    /** Neither offered nor with the partner any more. */
    endedAt: instant("ended_at"),
    /** Of what was taken back: whether the partner knows; null: there is nothing he has to be told. */
    cancelState: text("cancel_state").$type<CancelState>(),
    /** By which words he said that it cannot be taken back. */
    cancelWords: text("cancel_words").notNull().default(""),
    /** When it was left with him all the same; what he had been told before counts no more. */
    keptAt: instant("kept_at"),
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

/**
 * A delivery's way from partner to partner, from before the first is asked until one has it, nobody is left to ask or the desk
 * has stopped it.
 */
export const partnerRound = pgTable(
  "partner_round",
  {
    organizationId: organizationId(),
    id: id(),
    deliveryId: uuid("delivery_id").notNull(),
    /** Somebody chose the partner, and nobody else is asked. */
    isByHand: boolean("is_by_hand").notNull(),
    /** By which vehicle alone it may be brought, whoever does it; null: by any. */
    vehicleProfile: text("vehicle_profile").$type<TravelProfile>(),
    /** Which run asks at the moment; null: none has to, for a partner will answer by himself, or the round is over. */
    runId: uuid("run_id"),
    /** Counted up while its run lives. */
    beat: integer("beat").notNull().default(0),
    /** How it came to an end; null: it is on. */
    end: text("end_kind").$type<RoundEnd>(),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // One round at a time, whoever begins it twice at once.
    uniqueIndex("partner_round_open").on(table.organizationId, table.deliveryId).where(sql`ended_at is null`),
    // Rounds go with their delivery.
    index("partner_round_delivery").on(table.organizationId, table.deliveryId),
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
