CREATE TABLE "organization_profile" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"language" text,
	"brand_color" text,
	"logo" jsonb,
	"logo_token" text,
	"changed_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "upload_unclaimed";--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "emission_grams_per_km" integer;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "units" text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "brand_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "brand_color" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "driver_field_definitions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "vehicle_field_definitions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "vehicle_id" uuid;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "organization_profile" ADD CONSTRAINT "organization_profile_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organization_profile_logo" ON "organization_profile" USING btree ("logo_token");--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_vehicle_id_vehicle_organization_id_id_fk" FOREIGN KEY ("organization_id","vehicle_id") REFERENCES "public"."vehicle"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_vehicle" ON "upload" USING btree ("organization_id","vehicle_id") WHERE vehicle_id is not null;--> statement-breakpoint
CREATE INDEX "upload_unclaimed" ON "upload" USING btree ("organization_id","created_at") WHERE position is null and ((driver_id is null and vehicle_id is null) or status = 'expected');--> statement-breakpoint
ALTER TABLE "organization_profile" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "organization_profile" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
-- A vehicle's papers are seen where the vehicle is.
DROP POLICY scope ON "upload";--> statement-breakpoint
CREATE POLICY scope ON "upload" AS RESTRICTIVE TO dray_app USING ((SELECT scope_projects()) IS NULL OR CASE WHEN vehicle_id IS NULL THEN named_in_scope(NULL, NULL, driver_id, delivery_id) ELSE EXISTS (SELECT FROM vehicle v WHERE v.organization_id = upload.organization_id AND v.id = upload.vehicle_id) END);
