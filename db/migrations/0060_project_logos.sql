ALTER TABLE "vehicle" ALTER COLUMN "cost_per_km_cents" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "vehicle" ALTER COLUMN "emission_grams_per_km" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "sender_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "logo" jsonb;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "logo_token" text;--> statement-breakpoint
CREATE UNIQUE INDEX "project_logo" ON "project" USING btree ("logo_token");