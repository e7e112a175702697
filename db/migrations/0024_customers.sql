CREATE TABLE "notification" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"useful_until" timestamp with time zone,
	"message_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "notification_opt_out" (
	"organization_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_opt_out_organization_id_channel_address_pk" PRIMARY KEY("organization_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "notification_policy" (
	"organization_id" uuid NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_policy_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
CREATE TABLE "notification_template" (
	"organization_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"sms" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_template_organization_id_trigger_language_pk" PRIMARY KEY("organization_id","trigger","language")
);
--> statement-breakpoint
CREATE TABLE "slot_day" (
	"organization_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"date" date NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_day_organization_id_offer_id_date_pk" PRIMARY KEY("organization_id","offer_id","date")
);
--> statement-breakpoint
CREATE TABLE "slot_offer" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"zone_id" uuid NOT NULL,
	"service_level" text NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"from_seconds" integer NOT NULL,
	"to_seconds" integer NOT NULL,
	"capacity" integer NOT NULL,
	"cutoff_seconds" integer NOT NULL,
	"cutoff_days_before" smallint NOT NULL,
	"days_ahead" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_offer_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "slot_reservation" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"date" date NOT NULL,
	"delivery_id" uuid,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_reservation_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "slot_zone" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"area" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_zone_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_told" (
	"organization_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"told_date" text,
	"window_from" timestamp with time zone,
	"window_to" timestamp with time zone,
	"window_basis" text,
	"widenings" smallint DEFAULT 0 NOT NULL,
	"attempt" smallint DEFAULT 1 NOT NULL,
	"delays" smallint DEFAULT 0 NOT NULL,
	"delay_arrive_at" timestamp with time zone,
	"reschedules" smallint DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_told_organization_id_visit_id_pk" PRIMARY KEY("organization_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "delivery_rating" (
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_rating_organization_id_delivery_id_pk" PRIMARY KEY("organization_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "tracking_link" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"token_hash" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tracking_link_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "tracking_policy" (
	"organization_id" uuid NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tracking_policy_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
CREATE TABLE "tracking_view" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"ip_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tracking_view_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_opt_out" ADD CONSTRAINT "notification_opt_out_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_policy" ADD CONSTRAINT "notification_policy_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_template" ADD CONSTRAINT "notification_template_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_day" ADD CONSTRAINT "slot_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_day" ADD CONSTRAINT "slot_day_organization_id_offer_id_slot_offer_organization_id_id_fk" FOREIGN KEY ("organization_id","offer_id") REFERENCES "public"."slot_offer"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_organization_id_zone_id_slot_zone_organization_id_id_fk" FOREIGN KEY ("organization_id","zone_id") REFERENCES "public"."slot_zone"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_reservation" ADD CONSTRAINT "slot_reservation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_reservation" ADD CONSTRAINT "slot_reservation_organization_id_offer_id_date_slot_day_organization_id_offer_id_date_fk" FOREIGN KEY ("organization_id","offer_id","date") REFERENCES "public"."slot_day"("organization_id","offer_id","date") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_reservation" ADD CONSTRAINT "slot_reservation_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_zone" ADD CONSTRAINT "slot_zone_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_zone" ADD CONSTRAINT "slot_zone_organization_id_project_id_project_organization_id_id_fk" FOREIGN KEY ("organization_id","project_id") REFERENCES "public"."project"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_told" ADD CONSTRAINT "customer_told_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_told" ADD CONSTRAINT "customer_told_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_rating" ADD CONSTRAINT "delivery_rating_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_rating" ADD CONSTRAINT "delivery_rating_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_link" ADD CONSTRAINT "tracking_link_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_link" ADD CONSTRAINT "tracking_link_organization_id_visit_id_delivery_visit_organization_id_id_fk" FOREIGN KEY ("organization_id","visit_id") REFERENCES "public"."delivery_visit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_policy" ADD CONSTRAINT "tracking_policy_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_view" ADD CONSTRAINT "tracking_view_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_view" ADD CONSTRAINT "tracking_view_organization_id_link_id_tracking_link_organization_id_id_fk" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."tracking_link"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_key" ON "notification" USING btree ("organization_id","key");--> statement-breakpoint
CREATE INDEX "notification_visit" ON "notification" USING btree ("organization_id","visit_id");--> statement-breakpoint
CREATE INDEX "notification_waiting" ON "notification" USING btree ("organization_id","due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "slot_offer_zone" ON "slot_offer" USING btree ("organization_id","zone_id");--> statement-breakpoint
CREATE INDEX "slot_reservation_day" ON "slot_reservation" USING btree ("organization_id","offer_id","date") WHERE status in ('held', 'confirmed');--> statement-breakpoint
CREATE INDEX "slot_reservation_delivery" ON "slot_reservation" USING btree ("organization_id","delivery_id");--> statement-breakpoint
CREATE INDEX "slot_zone_project" ON "slot_zone" USING btree ("organization_id","project_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tracking_link_token_hash" ON "tracking_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "tracking_link_visit" ON "tracking_link" USING btree ("organization_id","visit_id");--> statement-breakpoint
CREATE INDEX "tracking_view_link" ON "tracking_view" USING btree ("organization_id","link_id","created_at");--> statement-breakpoint
ALTER TABLE "notification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "notification" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "notification_opt_out" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "notification_opt_out" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "notification_policy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "notification_policy" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "notification_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "notification_template" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "slot_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "slot_day" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "slot_offer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "slot_offer" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "slot_reservation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "slot_reservation" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "slot_zone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "slot_zone" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "customer_told" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "customer_told" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "delivery_rating" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "delivery_rating" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "tracking_link" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking_policy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "tracking_policy" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "tracking_view" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
