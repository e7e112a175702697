ALTER TABLE "driver" ADD COLUMN "breaks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "driver_day" ADD COLUMN "breaks" jsonb;