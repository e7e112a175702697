CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"inviter_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"active_organization_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"external_id" text,
	"service_date" date,
	"priority" text NOT NULL,
	"loads" integer[] NOT NULL,
	"skills" text[] NOT NULL,
	"features" text[] NOT NULL,
	"tags" text[] NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"custom_fields" jsonb NOT NULL,
	"extensions" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_item" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"barcode" text DEFAULT '' NOT NULL,
	"quantity" integer NOT NULL,
	"weight_grams" integer,
	CONSTRAINT "delivery_item_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_visit" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"role" text NOT NULL,
	"location_id" uuid NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"windows" jsonb NOT NULL,
	"window_semantics" text NOT NULL,
	"service_seconds" integer NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"tasks" jsonb NOT NULL,
	CONSTRAINT "delivery_visit_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "external_ref" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"namespace" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "external_ref_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "depot" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"location_id" uuid NOT NULL,
	"service_seconds" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "depot_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"organization_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"plan_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_label" text NOT NULL,
	"correlation_id" text NOT NULL,
	"mutation_id" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "event_organization_id_seq_pk" PRIMARY KEY("organization_id","seq")
);
--> statement-breakpoint
CREATE TABLE "event_sequence" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_message" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_name" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"purpose" text NOT NULL,
	"status" text NOT NULL,
	"via" text DEFAULT '' NOT NULL,
	"failure" text,
	"route_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_message_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "driver" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"skills" text[] NOT NULL,
	"status" text NOT NULL,
	"shift_from_seconds" integer NOT NULL,
	"shift_to_seconds" integer NOT NULL,
	"vehicle_id" uuid,
	"depot_id" uuid,
	"cost_per_hour_cents" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "driver_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "driver_day" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"date" date NOT NULL,
	"start_depot_id" uuid NOT NULL,
	"end_depot_id" uuid,
	"shift_from_seconds" integer NOT NULL,
	"shift_to_seconds" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "driver_day_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "vehicle" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"label" text NOT NULL,
	"registration" text DEFAULT '' NOT NULL,
	"profile" text NOT NULL,
	"capacity" integer[] NOT NULL,
	"features" text[] NOT NULL,
	"max_stops" integer,
	"max_distance_meters" integer,
	"max_drive_seconds" integer,
	"fixed_cost_cents" integer NOT NULL,
	"cost_per_km_cents" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vehicle_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"header_signature" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mapping_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_import" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"blob_key" text NOT NULL,
	"format" text NOT NULL,
	"status" text NOT NULL,
	"headers" jsonb NOT NULL,
	"notices" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"total_rows" integer NOT NULL,
	"valid_rows" integer DEFAULT 0 NOT NULL,
	"invalid_rows" integer DEFAULT 0 NOT NULL,
	"imported_rows" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_import_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_import_row" (
	"organization_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"status" text NOT NULL,
	"errors" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"edited" boolean DEFAULT false NOT NULL,
	"delivery_id" uuid,
	"outcome" text,
	CONSTRAINT "order_import_row_organization_id_import_id_row_number_pk" PRIMARY KEY("organization_id","import_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "address_book_entry" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"street" text NOT NULL,
	"street_key" text NOT NULL,
	"house_number" text NOT NULL,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"city_key" text NOT NULL,
	"country" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	CONSTRAINT "address_book_entry_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "address_book_street" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"street_key" text NOT NULL,
	"postcode" text NOT NULL,
	"city_key" text NOT NULL,
	CONSTRAINT "address_book_street_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "address_pin" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_key" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"pinned_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_pin_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "location" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"street" text NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"address_key" text NOT NULL,
	"lat" double precision,
	"lng" double precision,
	"confidence" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"candidates" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "location_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "optimization" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"status" text NOT NULL,
	"request" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"draft" jsonb,
	"failure" text,
	"stop_requested_at" timestamp with time zone,
	"heartbeat_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "optimization_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"date" date NOT NULL,
	"time_zone" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_edit" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"label" text NOT NULL,
	"inverse" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_edit_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "route" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"driver_day_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"status" text NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"start_seconds" integer NOT NULL,
	"end_seconds" integer NOT NULL,
	"distance_meters" integer NOT NULL,
	"drive_seconds" integer NOT NULL,
	"service_seconds" integer NOT NULL,
	"wait_seconds" integer NOT NULL,
	"late_stops" integer NOT NULL,
	"cost_cents" integer NOT NULL,
	"return_shape" text DEFAULT '' NOT NULL,
	"return_leg_meters" integer DEFAULT 0 NOT NULL,
	"return_leg_seconds" integer DEFAULT 0 NOT NULL,
	"on_roads" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "route_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "stop" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"locked_to_driver" boolean DEFAULT false NOT NULL,
	"locked_to_position" boolean DEFAULT false NOT NULL,
	"arrive_seconds" integer NOT NULL,
	"start_seconds" integer NOT NULL,
	"depart_seconds" integer NOT NULL,
	"leg_meters" integer NOT NULL,
	"leg_seconds" integer NOT NULL,
	"leg_shape" text DEFAULT '' NOT NULL,
	"rule_breaks" jsonb NOT NULL,
	CONSTRAINT "stop_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"default_country" text NOT NULL,
	"currency" text NOT NULL,
	"default_service_seconds" integer DEFAULT 180 NOT NULL,
	"default_depot_id" uuid,
	"load_dimensions" jsonb NOT NULL,
	"travel_calibration_permille" integer DEFAULT 1000 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD CONSTRAINT "delivery_visit_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD CONSTRAINT "delivery_visit_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD CONSTRAINT "delivery_visit_organization_id_location_id_location_organization_id_id_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."location"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_ref" ADD CONSTRAINT "external_ref_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "depot" ADD CONSTRAINT "depot_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "depot" ADD CONSTRAINT "depot_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "depot" ADD CONSTRAINT "depot_organization_id_location_id_location_organization_id_id_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."location"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sequence" ADD CONSTRAINT "event_sequence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_vehicle_id_vehicle_organization_id_id_fk" FOREIGN KEY ("organization_id","vehicle_id") REFERENCES "public"."vehicle"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_vehicle_id_vehicle_organization_id_id_fk" FOREIGN KEY ("organization_id","vehicle_id") REFERENCES "public"."vehicle"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_start_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","start_depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_organization_id_end_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","end_depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_import" ADD CONSTRAINT "order_import_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_import" ADD CONSTRAINT "order_import_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_import_row" ADD CONSTRAINT "order_import_row_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_import_row" ADD CONSTRAINT "order_import_row_organization_id_import_id_order_import_organization_id_id_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."order_import"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_book_entry" ADD CONSTRAINT "address_book_entry_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD CONSTRAINT "address_book_street_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_pin" ADD CONSTRAINT "address_pin_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "optimization" ADD CONSTRAINT "optimization_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "optimization" ADD CONSTRAINT "optimization_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edit" ADD CONSTRAINT "plan_edit_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edit" ADD CONSTRAINT "plan_edit_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route" ADD CONSTRAINT "route_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route" ADD CONSTRAINT "route_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route" ADD CONSTRAINT "route_organization_id_driver_day_id_driver_day_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_day_id") REFERENCES "public"."driver_day"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop" ADD CONSTRAINT "stop_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop" ADD CONSTRAINT "stop_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop" ADD CONSTRAINT "stop_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop" ADD CONSTRAINT "stop_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitation_organization_id" ON "invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_organization_user" ON "member" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "member_user_id" ON "member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_external_id" ON "delivery" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "delivery_day" ON "delivery" USING btree ("organization_id","project_id","service_date","id");--> statement-breakpoint
CREATE INDEX "delivery_status" ON "delivery" USING btree ("organization_id","status","id");--> statement-breakpoint
CREATE INDEX "delivery_search" ON "delivery" USING gin (search_text gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "delivery_tags" ON "delivery" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "delivery_item_delivery" ON "delivery_item" USING btree ("organization_id","delivery_id","position");--> statement-breakpoint
CREATE INDEX "delivery_item_barcode" ON "delivery_item" USING btree ("organization_id","barcode") WHERE barcode <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_visit_delivery" ON "delivery_visit" USING btree ("organization_id","delivery_id","role");--> statement-breakpoint
CREATE INDEX "delivery_visit_location" ON "delivery_visit" USING btree ("organization_id","location_id");--> statement-breakpoint
CREATE UNIQUE INDEX "external_ref_value" ON "external_ref" USING btree ("organization_id","entity","namespace","value");--> statement-breakpoint
CREATE INDEX "external_ref_entity" ON "external_ref" USING btree ("organization_id","entity","entity_id");--> statement-breakpoint
CREATE INDEX "event_entity" ON "event" USING btree ("organization_id","entity","entity_id","seq");--> statement-breakpoint
CREATE INDEX "event_plan" ON "event" USING btree ("organization_id","plan_id","seq");--> statement-breakpoint
CREATE INDEX "outbox_message_recent" ON "outbox_message" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "driver_project" ON "driver" USING btree ("organization_id","project_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "driver_day_date_driver" ON "driver_day" USING btree ("organization_id","date","driver_id");--> statement-breakpoint
CREATE INDEX "vehicle_project" ON "vehicle" USING btree ("organization_id","project_id","label");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mapping_signature" ON "import_mapping" USING btree ("organization_id","header_signature");--> statement-breakpoint
CREATE INDEX "order_import_recent" ON "order_import" USING btree ("organization_id","project_id","id");--> statement-breakpoint
CREATE INDEX "order_import_row_status" ON "order_import_row" USING btree ("organization_id","import_id","status","row_number");--> statement-breakpoint
CREATE INDEX "address_book_entry_street" ON "address_book_entry" USING btree ("organization_id","street_key");--> statement-breakpoint
CREATE UNIQUE INDEX "address_book_street_key" ON "address_book_street" USING btree ("organization_id","street_key","postcode","city_key");--> statement-breakpoint
CREATE INDEX "address_book_street_trigram" ON "address_book_street" USING gin (street_key gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "address_pin_address_key" ON "address_pin" USING btree ("organization_id","address_key");--> statement-breakpoint
CREATE INDEX "location_address_key" ON "location" USING btree ("organization_id","address_key");--> statement-breakpoint
CREATE INDEX "location_in_doubt" ON "location" USING btree ("organization_id","confidence") WHERE confidence in ('pending', 'none', 'city', 'street');--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_token_hash" ON "assignment" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "assignment_route" ON "assignment" USING btree ("organization_id","route_id","id");--> statement-breakpoint
CREATE INDEX "optimization_plan" ON "optimization" USING btree ("organization_id","plan_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "optimization_active" ON "optimization" USING btree ("organization_id","plan_id") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "plan_project_date" ON "plan" USING btree ("organization_id","project_id","date");--> statement-breakpoint
CREATE INDEX "plan_edit_stack" ON "plan_edit" USING btree ("organization_id","plan_id","user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "route_plan_number" ON "route" USING btree ("organization_id","plan_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "route_driver_day" ON "route" USING btree ("organization_id","driver_day_id");--> statement-breakpoint
CREATE INDEX "stop_plan_route_position" ON "stop" USING btree ("organization_id","plan_id","route_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "stop_visit" ON "stop" USING btree ("organization_id","visit_id");