/** What drives (or walks) a route; decides which roads may be used and how quickly. */
export const TRAVEL_PROFILES = ["car", "van", "truck", "bike", "foot"] as const;
export type TravelProfile = (typeof TRAVEL_PROFILES)[number];
