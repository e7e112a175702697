CREATE TABLE "api_key" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"requests_per_minute" integer,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_key_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_request" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"name" text NOT NULL,
	"request_hash" text,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_request_organization_id_key_id_endpoint_name_pk" PRIMARY KEY("organization_id","key_id","endpoint","name")
);
--> statement-breakpoint
CREATE TABLE "bulk_job" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"processed" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bulk_job_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "bulk_line" (
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"line_number" integer NOT NULL,
	"item" jsonb,
	"error" jsonb,
	CONSTRAINT "bulk_line_organization_id_job_id_line_number_pk" PRIMARY KEY("organization_id","job_id","line_number")
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"capabilities" text[] NOT NULL,
	"vehicle_profiles" text[] NOT NULL,
	"areas" text[] NOT NULL,
	"contact" jsonb NOT NULL,
	"metadata" jsonb NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "delivery" ALTER COLUMN "extensions" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "service_level" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "source_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "order_ref" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "area" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "tracking_code" text DEFAULT upper(right(gen_random_uuid()::text, 12) || left(gen_random_uuid()::text, 4)) NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "metadata" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "availability" text DEFAULT 'offline' NOT NULL;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "availability_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "metadata" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "extensions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "metadata" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "extensions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_line" ADD CONSTRAINT "bulk_line_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_line" ADD CONSTRAINT "bulk_line_organization_id_job_id_bulk_job_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."bulk_job"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner" ADD CONSTRAINT "partner_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_secret_hash" ON "api_key" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "api_request_expires" ON "api_request" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "bulk_job_updated" ON "bulk_job" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "bulk_line_waiting" ON "bulk_line" USING btree ("organization_id","job_id","line_number") WHERE error is null;--> statement-breakpoint
CREATE INDEX "partner_status" ON "partner" USING btree ("organization_id","status","id");--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_tracking_code" ON "delivery" USING btree ("tracking_code");--> statement-breakpoint
CREATE INDEX "delivery_service_level" ON "delivery" USING btree ("organization_id","service_level","id");--> statement-breakpoint
CREATE INDEX "delivery_area" ON "delivery" USING btree ("organization_id","area","id") WHERE area <> '';--> statement-breakpoint
CREATE INDEX "delivery_partner" ON "delivery" USING btree ("organization_id","partner_id","id") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "driver_partner" ON "driver" USING btree ("organization_id","partner_id","id") WHERE partner_id is not null;--> statement-breakpoint
CREATE INDEX "driver_day_driver" ON "driver_day" USING btree ("organization_id","driver_id");--> statement-breakpoint
ALTER TABLE "partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "partner" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "api_key" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "api_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "api_request" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "bulk_job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "bulk_job" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "bulk_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "bulk_line" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
