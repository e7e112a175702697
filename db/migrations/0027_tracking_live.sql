CREATE TABLE "lead_error" (
	"organization_id" uuid NOT NULL,
	"lead_minutes" smallint NOT NULL,
	"p10_seconds" integer NOT NULL,
	"p90_seconds" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_error_organization_id_lead_minutes_pk" PRIMARY KEY("organization_id","lead_minutes")
);
--> statement-breakpoint
CREATE TABLE "tracking_try" (
	"number_hash" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lead_error" ADD CONSTRAINT "lead_error_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tracking_try_expires" ON "tracking_try" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "delivery_tracking_number" ON "delivery" USING btree (lower(external_id));--> statement-breakpoint
ALTER TABLE "lead_error" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "lead_error" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
-- Nobody's rows: asked before there is a tenant, by the owner alone.
REVOKE ALL ON "tracking_try" FROM dray_app;
