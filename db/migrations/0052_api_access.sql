ALTER TABLE "api_key" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "rotated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "dialect" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "is_client" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_previous_hash" ON "api_key" USING btree ("previous_hash");