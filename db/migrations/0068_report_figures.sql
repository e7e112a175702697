ALTER TABLE "route_run" ADD COLUMN "emission_grams_per_km" double precision;--> statement-breakpoint
ALTER TABLE "stop_run" ADD COLUMN "expected_at" timestamp with time zone[];--> statement-breakpoint
-- Of stops reached before this was kept, while their history is there. What old routes emitted stays unknown: vehicles' figures of today are none of theirs.
UPDATE stop_run s SET expected_at = ARRAY(
    SELECT (SELECT h.arrive_at FROM arrival_history h
      WHERE h.organization_id = s.organization_id AND h.route_id = s.route_id AND h.visit_id = s.visit_id
        AND h.made_at <= s.arrived_at - make_interval(mins => lead.minutes)
      ORDER BY h.made_at DESC LIMIT 1)
    FROM unnest(ARRAY[15, 30, 60, 120]) WITH ORDINALITY lead(minutes, nth) ORDER BY lead.nth)
  WHERE s.arrived_at IS NOT NULL AND EXISTS (SELECT FROM arrival_history h
    WHERE h.organization_id = s.organization_id AND h.route_id = s.route_id AND h.visit_id = s.visit_id);
