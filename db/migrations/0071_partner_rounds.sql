CREATE TABLE "partner_round" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"is_by_hand" boolean NOT NULL,
	"vehicle_profile" text,
	"run_id" uuid,
	"beat" integer DEFAULT 0 NOT NULL,
	"end_kind" text,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_round_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "partner_handover" ADD COLUMN "cancel_state" text;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD COLUMN "cancel_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD COLUMN "kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner_round" ADD CONSTRAINT "partner_round_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_round" ADD CONSTRAINT "partner_round_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_round_open" ON "partner_round" USING btree ("organization_id","delivery_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "partner_round_delivery" ON "partner_round" USING btree ("organization_id","delivery_id");--> statement-breakpoint
ALTER TABLE "partner_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "partner_round" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY scope ON "partner_round" AS RESTRICTIVE TO dray_limited USING (EXISTS (SELECT FROM scope_delivery x WHERE x.id = delivery_id));--> statement-breakpoint
-- What is with a partner, or on offer, has a round of its own, named like its last offer: until now deliveries that were handed
-- over together shared one.
INSERT INTO "partner_round" (organization_id, id, delivery_id, is_by_hand, vehicle_profile, end_kind, ended_at, created_at)
  SELECT organization_id, id, delivery_id, is_by_hand, vehicle_profile,
    CASE WHEN status = 'accepted' THEN 'taken' END, CASE WHEN status = 'accepted' THEN now() END, created_at
  FROM "partner_handover" WHERE ended_at IS NULL;--> statement-breakpoint
UPDATE "partner_handover" h SET round_id = last.id FROM "partner_handover" last
  WHERE last.ended_at IS NULL AND last.organization_id = h.organization_id AND last.delivery_id = h.delivery_id
    AND last.round_id = h.round_id;--> statement-breakpoint
ALTER TABLE "partner_handover" DROP COLUMN "vehicle_profile";
