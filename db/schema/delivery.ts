import { sql } from "drizzle-orm";
import {
  date,
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
import type { DismissibleCheck } from "@/server/domain/cutoff/cutoff-counts";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";
import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import type { DeliveryKind, Metadata, ServiceLevel, VisitTask } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { Priority, WindowSemantics } from "@/server/domain/plan/routing-problem";
import type { LocalWindow } from "@/server/domain/time/local-window";
import {
  createdAt,
  id,
  instant,
  json,
  loads,
  organizationId,
  tenantKey,
  toldByTrigger,
  updatedAt,
  version,
} from "./columns";
import { driver } from "./fleet";
import { location } from "./location";
import { partner } from "./partner";
import { project } from "./project";
import { site } from "./site";

/** The job: what vendors call order, stop or imported stop. */
export const delivery = pgTable(
  "delivery",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    kind: text("kind").$type<DeliveryKind>().notNull(),
    status: text("status").$type<DeliveryStatus>().notNull(),
    /** The sender's own number; further references are rows of `external_ref`. */
    externalId: text("external_id"),
    serviceDate: date("service_date", { mode: "string" }),
    /** On which days it may be made. */
    allowedDays: json<AllowedServiceDays>("allowed_days").notNull().default({}),
    priority: text("priority").$type<Priority>().notNull(),
    loads: loads("loads"),
    skills: text("skills").array().notNull(),
    features: text("features").array().notNull(),
    tags: text("tags").array().notNull(),
    notes: text("notes").notNull().default(""),
    /** Whether and how its customer is written. */
    notificationPreference: text("notification_preference").$type<NotificationPreference>().notNull().default("both"),
    customFields: json<Record<string, string | number | boolean>>("custom_fields").notNull(),
    serviceLevel: text("service_level").$type<ServiceLevel>().notNull().default("standard"),
    /** The system it came from, that system's name for it, and the order it fulfils. */
    source: text("source").notNull().default(""),
    sourceId: text("source_id").notNull().default(""),
    orderRef: text("order_ref").notNull().default(""),
    area: text("area").notNull().default(""),
    /** What a customer follows it by; made here, so that no way in can forget it. */
    trackingCode: text("tracking_code")
      .notNull()
      .default(sql`upper(right(gen_random_uuid()::text, 12) || left(gen_random_uuid()::text, 4))`),
    /** Whoever delivers it for us; absent: ourselves. */
    partnerId: uuid("partner_id"),
    /** The driver who must bring it; absent: anybody who can. */
    driverId: uuid("driver_id"),
    metadata: json<Metadata>("metadata").notNull().default({}),
    /** What a dialect only hands back, keyed by dialect. */
    extensions: json<Metadata>("extensions").notNull().default({}),
    /** Name, address, phone and id, folded: what the order list's search looks in. */
    searchText: text("search_text").notNull(),
    /** When a driver would not take it; of importance while it waits to be planned again. */
    declinedAt: instant("declined_at"),
    /** The days it was rolled over from because there was no room, oldest first. */
    rolledOverFrom: date("rolled_over_from", { mode: "string" }).array().notNull().default(sql`'{}'`),
    /** Its sender has taken it back while it was on a route: there it stays, and its number is free again. */
    withdrawnAt: instant("withdrawn_at"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.driverId],
      foreignColumns: [driver.organizationId, driver.id],
    }),
    // A driver's own deliveries, when he goes.
    index("delivery_driver").on(table.organizationId, table.driverId).where(sql`driver_id is not null`),
    // Deliveries by the order they fulfil, where they have no number of their own.
    index("delivery_order_ref").on(table.organizationId, table.orderRef).where(sql`order_ref <> ''`),
    // A tracking code finds its delivery, whoever's it is.
    uniqueIndex("delivery_tracking_code").on(table.trackingCode),
    // An API's list by service level, newest first.
    index("delivery_service_level").on(table.organizationId, table.serviceLevel, table.id),
    // An API's list by area, newest first.
    index("delivery_area").on(table.organizationId, table.area, table.id).where(sql`area <> ''`),
    // What another system knows under its own name.
    index("delivery_source_id").on(table.organizationId, table.sourceId).where(sql`source_id <> ''`),
    // A partner's deliveries, newest first.
    index("delivery_partner").on(table.organizationId, table.partnerId, table.id).where(sql`partner_id is not null`),
    // Import is idempotent by the sender's number.
    uniqueIndex("delivery_external_id").on(table.organizationId, table.externalId),
    // What a customer types as his number, whoever delivers.
    index("delivery_tracking_number").on(sql`lower(external_id)`),
    // The order list and a plan's deliveries: one project's day, newest first.
    index("delivery_day").on(table.organizationId, table.projectId, table.serviceDate, table.id),
    // A day of all projects, as programs ask for it.
    index("delivery_service_date").on(table.organizationId, table.serviceDate, table.id),
    // The order list by status.
    index("delivery_status").on(table.organizationId, table.status, table.id),
    // The order list's search box, through the function `delivery_ids_matching`.
    index("delivery_search").using("gin", table.organizationId, sql`search_text gin_trgm_ops`),
    // What was rolled over, of all days.
    index("delivery_rolled_over").on(table.organizationId, table.id).where(sql`rolled_over_from <> '{}'`),
    // The order list by tag.
    index("delivery_tags").using("gin", table.tags),
  ],
);

/** Two deliveries, a pickup and a drop-off, that one van makes, the pickup first. Of either there is one such pair. */
export const deliveryJoin = pgTable(
  "delivery_join",
  {
    organizationId: organizationId(),
    pickupId: uuid("pickup_id").notNull(),
    dropoffId: uuid("dropoff_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.pickupId] }),
    foreignKey({
      columns: [table.organizationId, table.pickupId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.dropoffId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // From a drop-off to where its goods are fetched.
    uniqueIndex("delivery_join_dropoff").on(table.organizationId, table.dropoffId),
  ],
);

/** What a person has said about a doubt of the cut-off checklist, remembered so that it is not asked again. */
export const checkDismissal = pgTable(
  "check_dismissal",
  {
    organizationId: organizationId(),
    deliveryId: uuid("delivery_id").notNull(),
    check: text("check").$type<DismissibleCheck>().notNull(),
    /** What the doubt was about; once that changes, it is asked again. */
    subject: text("subject").notNull(),
    dismissedBy: text("dismissed_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // A delivery's answers, one per doubt.
    primaryKey({ columns: [table.organizationId, table.deliveryId, table.check, table.subject] }),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
  ],
);

/** One door of a delivery: where its pickup or its drop-off happens, for whom and when. */
export const deliveryVisit = pgTable(
  "delivery_visit",
  {
    organizationId: organizationId(),
    id: id(),
    deliveryId: uuid("delivery_id").notNull(),
    /** The delivery's: for the policy `scope`, which then need not look. */
    projectId: toldByTrigger("project_id"),
    role: text("role").$type<"pickup" | "dropoff">().notNull(),
    locationId: uuid("location_id").notNull(),
    /** The place it goes to, where that is one that deliveries go to again and again. */
    siteId: uuid("site_id"),
    /** From arriving to the beginning of service; once for all visits in a row at one place. */
    checkInSeconds: integer("check_in_seconds"),
    contactName: text("contact_name").notNull().default(""),
    contactPhone: text("contact_phone").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    windows: json<LocalWindow[]>("windows").notNull(),
    windowSemantics: text("window_semantics").$type<WindowSemantics>().notNull(),
    serviceSeconds: integer("service_seconds").notNull(),
    instructions: text("instructions").notNull().default(""),
    tasks: json<VisitTask[]>("tasks").notNull(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.locationId],
      foreignColumns: [location.organizationId, location.id],
    }),
    foreignKey({ columns: [table.organizationId, table.siteId], foreignColumns: [site.organizationId, site.id] }),
    // The deliveries to a place that is changed.
    index("delivery_visit_site").on(table.organizationId, table.siteId).where(sql`site_id is not null`),
    // A delivery's doors; one of each role.
    uniqueIndex("delivery_visit_delivery").on(table.organizationId, table.deliveryId, table.role),
    // The deliveries at a location whose pin is moved.
    index("delivery_visit_location").on(table.organizationId, table.locationId),
  ],
);

/** A parcel or line of a delivery. */
export const deliveryItem = pgTable(
  "delivery_item",
  {
    organizationId: organizationId(),
    id: id(),
    deliveryId: uuid("delivery_id").notNull(),
    position: smallint("position").notNull(),
    description: text("description").notNull().default(""),
    barcode: text("barcode").notNull().default(""),
    quantity: integer("quantity").notNull(),
    weightGrams: integer("weight_grams"),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // A delivery's items in order.
    index("delivery_item_delivery").on(table.organizationId, table.deliveryId, table.position),
    // A scan finds its delivery.
    index("delivery_item_barcode").on(table.organizationId, table.barcode).where(sql`barcode <> ''`),
  ],
);

/** A client's or vendor's own name for one of our rows, in a namespace of its own. */
export const externalRef = pgTable(
  "external_ref",
  {
    organizationId: organizationId(),
    id: id(),
    entity: text("entity")
      .$type<"delivery" | "driver" | "vehicle" | "depot" | "location" | "plan" | "route">()
      .notNull(),
    entityId: uuid("entity_id").notNull(),
    namespace: text("namespace").notNull(),
    value: text("value").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    // From a client's name to our row; a name means one row.
    uniqueIndex("external_ref_value").on(table.organizationId, table.entity, table.namespace, table.value),
    // From our row to all its names.
    index("external_ref_entity").on(table.organizationId, table.entity, table.entityId),
  ],
);
