CREATE TABLE "settlement_ref" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"partner_id" uuid,
	"settlement_id" text NOT NULL,
	"noted_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_ref_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "pod" (
	"organization_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"route_id" uuid,
	"driver_id" uuid,
	"notes" text NOT NULL,
	"recipient_name" text NOT NULL,
	"delivered_at" timestamp with time zone NOT NULL,
	"registered_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pod_organization_id_visit_id_pk" PRIMARY KEY("organization_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"delivery_id" uuid,
	"visit_id" uuid,
	"driver_id" uuid,
	"content_type" text NOT NULL,
	"announced_bytes" integer,
	"announced_sha256" text,
	"status" text NOT NULL,
	"bytes" integer,
	"sha256" text,
	"is_recognized" boolean,
	"position" smallint,
	"expires_on" date,
	"announced_by" text NOT NULL,
	"stored_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "upload_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "settlement_ref" ADD CONSTRAINT "settlement_ref_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_ref" ADD CONSTRAINT "settlement_ref_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_ref" ADD CONSTRAINT "settlement_ref_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pod" ADD CONSTRAINT "pod_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pod" ADD CONSTRAINT "pod_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_ref_delivery" ON "settlement_ref" USING btree ("organization_id","delivery_id","settlement_id",coalesce(partner_id, organization_id));--> statement-breakpoint
CREATE INDEX "pod_delivery" ON "pod" USING btree ("organization_id","delivery_id");--> statement-breakpoint
CREATE INDEX "upload_delivery" ON "upload" USING btree ("organization_id","delivery_id") WHERE delivery_id is not null;--> statement-breakpoint
CREATE INDEX "upload_driver" ON "upload" USING btree ("organization_id","driver_id") WHERE driver_id is not null;--> statement-breakpoint
CREATE INDEX "upload_unclaimed" ON "upload" USING btree ("organization_id","created_at") WHERE position is null and (driver_id is null or status = 'expected');--> statement-breakpoint
CREATE INDEX "upload_kept" ON "upload" USING btree ("organization_id","stored_at") WHERE position is not null and cleared_at is null;--> statement-breakpoint
ALTER TABLE "upload" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "upload" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "pod" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "pod" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "settlement_ref" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "settlement_ref" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
