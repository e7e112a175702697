CREATE TABLE "customer_wish" (
	"organization_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"safe_place" text,
	"safe_place_detail" text DEFAULT '' NOT NULL,
	"changes" smallint DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_wish_organization_id_visit_id_pk" PRIMARY KEY("organization_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "identity_try" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_try_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "customer_wish" ADD CONSTRAINT "customer_wish_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_wish" ADD CONSTRAINT "customer_wish_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_try" ADD CONSTRAINT "identity_try_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_try" ADD CONSTRAINT "identity_try_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identity_try_visit" ON "identity_try" USING btree ("organization_id","visit_id","created_at");
--> statement-breakpoint
ALTER TABLE "customer_wish" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "customer_wish" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "identity_try" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "identity_try" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
