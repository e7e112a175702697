CREATE TABLE "driven_leg" (
	"organization_id" uuid NOT NULL,
	"leg_key" text NOT NULL,
	"depot_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"straight_meters" integer NOT NULL,
	"driven_seconds" integer NOT NULL,
	"driven_meters" integer,
	"driven_at" timestamp with time zone NOT NULL,
	CONSTRAINT "driven_leg_organization_id_leg_key_pk" PRIMARY KEY("organization_id","leg_key")
);
--> statement-breakpoint
CREATE TABLE "travel_calibration" (
	"organization_id" uuid NOT NULL,
	"depot_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"duration_permille" integer NOT NULL,
	"distance_permille" integer NOT NULL,
	"legs" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "travel_calibration_organization_id_depot_id_profile_pk" PRIMARY KEY("organization_id","depot_id","profile")
);
--> statement-breakpoint
ALTER TABLE "driven_leg" ADD CONSTRAINT "driven_leg_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driven_leg" ADD CONSTRAINT "driven_leg_organization_id_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_calibration" ADD CONSTRAINT "travel_calibration_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_calibration" ADD CONSTRAINT "travel_calibration_organization_id_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "driven_leg_depot" ON "driven_leg" USING btree ("organization_id","depot_id","profile","driven_at");--> statement-breakpoint
ALTER TABLE "driven_leg" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "driven_leg" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "travel_calibration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "travel_calibration" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
