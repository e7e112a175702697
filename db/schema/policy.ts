import { integer, pgTable } from "drizzle-orm/pg-core";
import type { DeliveryPolicy } from "@/server/domain/policy/delivery-policy";
import { json, organizationId, updatedAt } from "./columns";

/** What an organization asks of drivers and partners; without a row, the defaults. */
export const deliveryPolicy = pgTable("delivery_policy", {
  organizationId: organizationId().primaryKey(),
  policy: json<DeliveryPolicy>("policy").notNull(),
  updatedAt: updatedAt(),
});

/** How long an organization keeps positions and evidence; without a row, the defaults. */
export const retentionPolicy = pgTable("retention_policy", {
  organizationId: organizationId().primaryKey(),
  positionDays: integer("position_days").notNull(),
  proofDays: integer("proof_days").notNull(),
  updatedAt: updatedAt(),
});
