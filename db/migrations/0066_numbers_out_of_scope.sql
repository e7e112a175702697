-- A number is an order's in the whole organization, and a limited member's file may bring one of an order they do not see:
-- that line is told so, instead of the whole file failing over it.
CREATE FUNCTION numbers_out_of_scope(numbers text[]) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT d.external_id FROM delivery d
    WHERE d.organization_id = scope_tenant() AND d.external_id = ANY (numbers)
      AND NOT EXISTS (SELECT FROM scope_delivery x WHERE x.id = d.id));
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION numbers_out_of_scope(text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION numbers_out_of_scope(text[]) TO dray_limited;
