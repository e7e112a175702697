/** The parts of an installation that may each be well or not, as `/health` names them. */
export const SYSTEM_PARTS = [
  "database",
  "job_queue",
  "optimizer",
  "webhooks",
  "partner_connectors",
  "location_ingestion",
  "messages",
  "geocoder",
  "travel_engine",
  "file_store",
  "own_sources",
] as const;
export type SystemPart = (typeof SYSTEM_PARTS)[number];
