-- A run answers with one draft per strategy instead of one draft for a goal.
ALTER TABLE "optimization" RENAME COLUMN "draft" TO "drafts";--> statement-breakpoint
UPDATE "optimization" SET
  "request" = ("request" - 'goal') || jsonb_build_object(
    'strategies', jsonb_build_array(CASE "request"->>'goal' WHEN 'fleet' THEN 'fewest-vehicles' ELSE 'cheapest' END),
    'startFrom', 'current', 'keepDrivers', false, 'balance', null, 'clustering', 0),
  "progress" = '{"strategy": null}'::jsonb || "progress",
  -- A draft nobody has decided on lacks the figures it is compared by: it is asked for again.
  "status" = CASE "status" WHEN 'ready' THEN 'discarded' ELSE "status" END,
  "drafts" = NULL;
