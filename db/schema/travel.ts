import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { instant, organizationId, updatedAt } from "./columns";
import { depot } from "./depot";

/** A way really driven, on a route from a depot: what the depot's travel estimate learns from. Kept for a season. */
export const drivenLeg = pgTable(
  "driven_leg",
  {
    organizationId: organizationId(),
    /** Whoever drove it names it once (a stop's id): told twice, it counts once. */
    legKey: text("leg_key").notNull(),
    depotId: uuid("depot_id").notNull(),
    profile: text("profile").$type<TravelProfile>().notNull(),
    straightMeters: integer("straight_meters").notNull(),
    drivenSeconds: integer("driven_seconds").notNull(),
    /** Null where nobody measured the distance. */
    drivenMeters: integer("driven_meters"),
    drivenAt: instant("driven_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.legKey] }),
    foreignKey({
      columns: [table.organizationId, table.depotId],
      foreignColumns: [depot.organizationId, depot.id],
    }).onDelete("cascade"),
    // A depot's latest legs, and those that are too old.
    index("driven_leg_depot").on(table.organizationId, table.depotId, table.profile, table.drivenAt),
  ],
);

/** How a depot's roads differ from the estimate, learned from its driven legs. */
export const travelCalibration = pgTable(
  "travel_calibration",
  {
    organizationId: organizationId(),
    depotId: uuid("depot_id").notNull(),
    profile: text("profile").$type<TravelProfile>().notNull(),
    /** Factors on the estimate's time and distance, in thousandths. */
    durationPermille: integer("duration_permille").notNull(),
    distancePermille: integer("distance_permille").notNull(),
    /** Legs it was learned from. */
    legs: integer("legs").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.depotId, table.profile] }),
    foreignKey({
      columns: [table.organizationId, table.depotId],
      foreignColumns: [depot.organizationId, depot.id],
    }).onDelete("cascade"),
  ],
);
