import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { plan, route } from "./plan";

/** A further part of a day's plan under a name of its own; what is in none is the plan's own part. */
export const wave = pgTable(
  "wave",
  {
    organizationId: organizationId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    label: text("label").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    // A plan's waves; a name means one of them.
    uniqueIndex("wave_plan_label").on(table.organizationId, table.planId, table.label),
  ],
);

/** The deliveries of waves. It counts while the delivery is meant for the day of the wave's plan. */
export const waveDelivery = pgTable(
  "wave_delivery",
  {
    organizationId: organizationId(),
    deliveryId: uuid("delivery_id").notNull(),
    waveId: uuid("wave_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.deliveryId] }),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.waveId],
      foreignColumns: [wave.organizationId, wave.id],
    }).onDelete("cascade"),
    // A wave's deliveries.
    index("wave_delivery_wave").on(table.organizationId, table.waveId),
  ],
);

/** The routes that were made for waves. */
export const waveRoute = pgTable(
  "wave_route",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    waveId: uuid("wave_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.waveId],
      foreignColumns: [wave.organizationId, wave.id],
    }).onDelete("cascade"),
    // A wave's routes.
    index("wave_route_wave").on(table.organizationId, table.waveId),
  ],
);
