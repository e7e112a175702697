import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { createdAt, id, instant, json, organizationId, tenantKey } from "./columns";
import { partner } from "./partner";

/** A program's way in. Only the secret's hash is kept; a sandbox key opens a sandbox organization, and nothing else. */
export const apiKey = pgTable(
  "api_key",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    kind: text("kind").$type<"live" | "sandbox">().notNull(),
    /** The secret's first characters, by which people tell keys apart. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the secret, hex. */
    secretHash: text("secret_hash").notNull(),
    /** The secret it replaced, which opens the same until then; null once there is none. */
    previousHash: text("previous_hash"),
    previousUntil: instant("previous_until"),
    /** When the secret was exchanged last. */
    rotatedAt: instant("rotated_at"),
    /** The one API it opens, by that API's own word; null: every one. */
    dialect: text("dialect"),
    /** An OAuth client: its secret opens nothing by itself, it is exchanged for tokens that do. */
    isClient: boolean("is_client").notNull().default(false),
    scopes: text("scopes").array().$type<ApiScope[]>().notNull(),
    /** Of a partner's token: it opens that partner's own endpoints and nothing else. */
    partnerId: uuid("partner_id"),
    /** Null: as many as the API it is used for allows. */
    requestsPerMinute: integer("requests_per_minute"),
    /** The person or key that made it. */
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at"),
    /** To the minute. */
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    // A secret finds its key, whoever's it is.
    uniqueIndex("api_key_secret_hash").on(table.secretHash),
    uniqueIndex("api_key_previous_hash").on(table.previousHash),
  ],
);

/** A request somebody has named (`Idempotency-Key`), and how it was answered. */
export const apiRequest = pgTable(
  "api_request",
  {
    organizationId: organizationId(),
    /** The key it was made with: names of two programs do not meet. */
    keyId: uuid("key_id").notNull(),
    /** Method and path as documented. */
    endpoint: text("endpoint").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of path and body, hex; null while it is under way. */
    requestHash: text("request_hash"),
    /** Null while it is under way. */
    status: integer("status"),
    headers: json<Record<string, string>>("headers"),
    body: text("body"),
    /** Under way: counts as lost then. Answered: forgotten then. */
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.keyId, table.endpoint, table.name] }),
    // The nightly deletion of what is over.
    index("api_request_expires").on(table.expiresAt),
  ],
);
