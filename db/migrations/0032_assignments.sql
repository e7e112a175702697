CREATE TABLE "assignment_job" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"request" jsonb NOT NULL,
	"total" integer NOT NULL,
	"result" jsonb,
	"failure" text,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_job_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "driver_day" ALTER COLUMN "start_depot_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "driver_day" ADD COLUMN "start_lat" double precision;--> statement-breakpoint
ALTER TABLE "driver_day" ADD COLUMN "start_lng" double precision;--> statement-breakpoint
ALTER TABLE "assignment_job" ADD CONSTRAINT "assignment_job_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_job_updated" ON "assignment_job" USING btree ("updated_at");--> statement-breakpoint
ALTER TABLE "driver_day" ADD CONSTRAINT "driver_day_start" CHECK (start_depot_id is not null or (start_lat is not null and start_lng is not null));--> statement-breakpoint
ALTER TABLE "assignment_job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "assignment_job" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
