import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { customType, integer, jsonb, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { organization } from "./auth";

/** The first half of every tenant row's key. */
export const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" });

/** The second half; made by the service (`ctx.newId()`), never by the database, so that it orders by time of the act. */
export const id = () => uuid("id").notNull();

/** Primary key `(organization_id, id)` of a tenant table. */
export const tenantKey = (table: { organizationId: AnyPgColumn; id: AnyPgColumn }) =>
  primaryKey({ columns: [table.organizationId as never, table.id as never] });

/** What a trigger writes of a row, told by what it belongs to: never null, and whoever inserts says nothing of it. */
export const toldByTrigger = (name: string) => uuid(name).notNull().default(sql`null`);

export const createdAt = () => timestamp("created_at", { withTimezone: true, mode: "date" }).notNull();
export const updatedAt = () => timestamp("updated_at", { withTimezone: true, mode: "date" }).notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Grows by one with each change; writers compare it to refuse a stale edit. */
export const version = () => integer("version").notNull().default(1);

/** Amounts in the project's four load dimensions. */
export const loads = (name: string) => integer(name).array().notNull();

export const json = <T>(name: string) => jsonb(name).$type<T>();

/** Bytes as the driver gives them. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
