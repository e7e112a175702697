CREATE TABLE "wave" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wave_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "wave_delivery" (
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	CONSTRAINT "wave_delivery_organization_id_delivery_id_pk" PRIMARY KEY("organization_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "wave_route" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	CONSTRAINT "wave_route_organization_id_route_id_pk" PRIMARY KEY("organization_id","route_id")
);
--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "custom_field_definitions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_delivery" ADD CONSTRAINT "wave_delivery_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_delivery" ADD CONSTRAINT "wave_delivery_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_delivery" ADD CONSTRAINT "wave_delivery_organization_id_wave_id_wave_organization_id_id_fk" FOREIGN KEY ("organization_id","wave_id") REFERENCES "public"."wave"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_route" ADD CONSTRAINT "wave_route_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_route" ADD CONSTRAINT "wave_route_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_route" ADD CONSTRAINT "wave_route_organization_id_wave_id_wave_organization_id_id_fk" FOREIGN KEY ("organization_id","wave_id") REFERENCES "public"."wave"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "wave_plan_label" ON "wave" USING btree ("organization_id","plan_id","label");--> statement-breakpoint
CREATE INDEX "wave_delivery_wave" ON "wave_delivery" USING btree ("organization_id","wave_id");--> statement-breakpoint
CREATE INDEX "wave_route_wave" ON "wave_route" USING btree ("organization_id","wave_id");--> statement-breakpoint
ALTER TABLE "wave" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "wave" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "wave_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "wave_delivery" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "wave_route" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "wave_route" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
