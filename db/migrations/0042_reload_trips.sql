ALTER TABLE "stop" ADD COLUMN "reload_seconds" integer;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "reload_leg_meters" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "reload_leg_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "reload_leg_shape" text DEFAULT '' NOT NULL;