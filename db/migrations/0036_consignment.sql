CREATE TABLE "consignment" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"title" text NOT NULL,
	"driver_email" text NOT NULL,
	"driver_id" uuid,
	"date" date NOT NULL,
	"time_zone" text,
	"metadata" jsonb NOT NULL,
	"figures" jsonb,
	"completed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consignment_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "consignment_delivery" (
	"organization_id" uuid NOT NULL,
	"consignment_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"sent_position" smallint NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "consignment_delivery_organization_id_consignment_id_delivery_id_pk" PRIMARY KEY("organization_id","consignment_id","delivery_id")
);
--> statement-breakpoint
ALTER TABLE "webhook_cursor" ADD COLUMN "position_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_cursor" ADD COLUMN "positions_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_delivery" ADD CONSTRAINT "consignment_delivery_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_delivery" ADD CONSTRAINT "consignment_delivery_organization_id_consignment_id_consignment_organization_id_id_fk" FOREIGN KEY ("organization_id","consignment_id") REFERENCES "public"."consignment"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_delivery" ADD CONSTRAINT "consignment_delivery_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consignment_external_id" ON "consignment" USING btree ("organization_id","source","external_id","sender_id");--> statement-breakpoint
CREATE INDEX "consignment_waiting" ON "consignment" USING btree ("organization_id",lower(driver_email)) WHERE driver_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "consignment_delivery_delivery" ON "consignment_delivery" USING btree ("organization_id","delivery_id");--> statement-breakpoint
CREATE INDEX "driver_email" ON "driver" USING btree ("organization_id",lower(email)) WHERE email <> '';--> statement-breakpoint
ALTER TABLE "consignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "consignment" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "consignment_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "consignment_delivery" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
