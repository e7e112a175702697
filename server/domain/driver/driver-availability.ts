/** What a driver says of himself, beside any plan. */
export const DRIVER_AVAILABILITIES = ["available", "offline", "on_shift", "break"] as const;
export type DriverAvailability = (typeof DRIVER_AVAILABILITIES)[number];
