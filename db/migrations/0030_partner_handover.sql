CREATE TABLE "partner_connection" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"connector" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed" text,
	"test" jsonb NOT NULL,
	"replaced_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_connection_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "partner_exchange" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"handover_id" uuid,
	"request" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"answer" text DEFAULT '' NOT NULL,
	"failure" text DEFAULT '' NOT NULL,
	"milliseconds" integer,
	"correlation_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_exchange_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "partner_handover" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"status" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"said_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_handover_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_connection" ADD CONSTRAINT "partner_connection_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_connection" ADD CONSTRAINT "partner_connection_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_exchange" ADD CONSTRAINT "partner_exchange_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_exchange" ADD CONSTRAINT "partner_exchange_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD CONSTRAINT "partner_handover_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD CONSTRAINT "partner_handover_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD CONSTRAINT "partner_handover_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_connection_current" ON "partner_connection" USING btree ("organization_id","partner_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "partner_connection_replaced" ON "partner_connection" USING btree ("organization_id","partner_id","replaced_at");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_exchange_name" ON "partner_exchange" USING btree ("organization_id","partner_id","kind","name") WHERE name is not null;--> statement-breakpoint
CREATE INDEX "partner_exchange_handover" ON "partner_exchange" USING btree ("organization_id","handover_id","id");--> statement-breakpoint
CREATE INDEX "partner_exchange_created" ON "partner_exchange" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_handover_open" ON "partner_handover" USING btree ("organization_id","delivery_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "partner_handover_partner" ON "partner_handover" USING btree ("organization_id","partner_id","id");--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_connection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "partner_connection" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "partner_handover" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "partner_handover" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "partner_exchange" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "partner_exchange" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
