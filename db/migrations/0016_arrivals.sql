CREATE TABLE "arrival_history" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"arrive_at" timestamp with time zone NOT NULL,
	"stops_before" smallint NOT NULL,
	CONSTRAINT "arrival_history_organization_id_route_id_visit_id_made_at_pk" PRIMARY KEY("organization_id","route_id","visit_id","made_at")
);
--> statement-breakpoint
CREATE TABLE "stop_arrival" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"arrive_at" timestamp with time zone NOT NULL,
	"start_at" timestamp with time zone NOT NULL,
	"depart_at" timestamp with time zone NOT NULL,
	"late_seconds" integer NOT NULL,
	"stops_before" smallint NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stop_arrival_organization_id_route_id_visit_id_pk" PRIMARY KEY("organization_id","route_id","visit_id")
);
--> statement-breakpoint
ALTER TABLE "arrival_history" ADD CONSTRAINT "arrival_history_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrival_history" ADD CONSTRAINT "arrival_history_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_arrival" ADD CONSTRAINT "stop_arrival_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_arrival" ADD CONSTRAINT "stop_arrival_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stop_arrival_plan" ON "stop_arrival" USING btree ("organization_id","plan_id");--> statement-breakpoint
ALTER TABLE "stop_arrival" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "stop_arrival" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "arrival_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "arrival_history" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
