ALTER TABLE "own_source" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "own_source" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "own_source" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "own_source" ADD COLUMN "failing_since" timestamp with time zone;--> statement-breakpoint
-- These were the only names until now.
UPDATE "own_source" SET "settings" = "settings" || '{"profiles": {"car": "driving", "van": "driving", "truck": "driving"}}'
WHERE "part" = 'travel' AND "settings" ->> 'kind' = 'osrm' AND NOT "settings" ? 'profiles';
