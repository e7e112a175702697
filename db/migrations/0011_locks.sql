ALTER TABLE "route" ADD COLUMN "frozen_stops" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "locked_start_seconds" integer;