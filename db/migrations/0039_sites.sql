CREATE TABLE "site" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"name" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lng" double precision,
	"check_in_seconds" integer DEFAULT 0 NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "driver_id" uuid;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "declined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD COLUMN "check_in_seconds" integer;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "site_number" ON "site" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "site_address" ON "site" USING btree ("organization_id","address") WHERE address <> '';--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_visit" ADD CONSTRAINT "delivery_visit_organization_id_site_id_site_organization_id_id_fk" FOREIGN KEY ("organization_id","site_id") REFERENCES "public"."site"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_driver" ON "delivery" USING btree ("organization_id","driver_id") WHERE driver_id is not null;--> statement-breakpoint
CREATE INDEX "delivery_order_ref" ON "delivery" USING btree ("organization_id","order_ref") WHERE order_ref <> '';--> statement-breakpoint
CREATE INDEX "delivery_service_date" ON "delivery" USING btree ("organization_id","service_date","id");--> statement-breakpoint
CREATE INDEX "delivery_visit_site" ON "delivery_visit" USING btree ("organization_id","site_id") WHERE site_id is not null;--> statement-breakpoint
ALTER TABLE "site" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "site" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
