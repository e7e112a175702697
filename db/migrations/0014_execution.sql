CREATE TABLE "driver_op" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"driver_id" uuid,
	"type" text NOT NULL,
	"act" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"skew_seconds" integer NOT NULL,
	"verdict" text NOT NULL,
	"rejection" text,
	CONSTRAINT "driver_op_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "driver_session" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "driver_session_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "route_run" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"answered_at" timestamp with time zone,
	"checked_in_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"checked_out_at" timestamp with time zone,
	"breaks" jsonb NOT NULL,
	"skew_seconds" integer NOT NULL,
	"synced_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "route_run_organization_id_route_id_pk" PRIMARY KEY("organization_id","route_id")
);
--> statement-breakpoint
CREATE TABLE "stop_run" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"status" text NOT NULL,
	"departed_at" timestamp with time zone,
	"arrived_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"completion" jsonb,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stop_run_organization_id_route_id_visit_id_pk" PRIMARY KEY("organization_id","route_id","visit_id")
);
--> statement-breakpoint
ALTER TABLE "driver_op" ADD CONSTRAINT "driver_op_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_op" ADD CONSTRAINT "driver_op_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_session" ADD CONSTRAINT "driver_session_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "driver_session" ADD CONSTRAINT "driver_session_organization_id_assignment_id_assignment_organization_id_id_fk" FOREIGN KEY ("organization_id","assignment_id") REFERENCES "public"."assignment"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_run" ADD CONSTRAINT "route_run_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_run" ADD CONSTRAINT "route_run_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_run" ADD CONSTRAINT "stop_run_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_run" ADD CONSTRAINT "stop_run_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_run" ADD CONSTRAINT "stop_run_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_run" ADD CONSTRAINT "stop_run_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "driver_op_route" ON "driver_op" USING btree ("organization_id","route_id","occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "driver_session_token_hash" ON "driver_session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "driver_session_assignment" ON "driver_session" USING btree ("organization_id","assignment_id");--> statement-breakpoint
CREATE INDEX "route_run_plan" ON "route_run" USING btree ("organization_id","plan_id");--> statement-breakpoint
CREATE INDEX "stop_run_plan" ON "stop_run" USING btree ("organization_id","plan_id");--> statement-breakpoint
CREATE INDEX "stop_run_delivery" ON "stop_run" USING btree ("organization_id","delivery_id");--> statement-breakpoint
ALTER TABLE "driver_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "driver_session" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "driver_op" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "driver_op" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "route_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "route_run" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "stop_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "stop_run" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
