/** What the board's queries are cached under. */
export const planKeys = {
  projects: ["plan", "projects"] as const,
  planOfDay: (projectId: string, date: string) => ["plan", "of-day", projectId, date] as const,
  board: (planId: string) => ["plan", "board", planId] as const,
  shapes: (planId: string) => ["plan", "shapes", planId] as const,
  /** How the day is going: what drivers have said, and what is expected. */
  runs: (planId: string) => ["plan", "runs", planId] as const,
  routeActs: (planId: string, routeId: string) => ["plan", "runs", planId, "acts", routeId] as const,
  trail: (planId: string, driverId: string | null) => ["plan", "trail", planId, driverId] as const,
  tracks: (planId: string) => ["plan", "tracks", planId] as const,
  arrivalAccuracy: (planId: string) => ["plan", "arrival-accuracy", planId] as const,
  edits: (planId: string) => ["plan", "edits", planId] as const,
  history: (planId: string) => ["plan", "history", planId] as const,
  /** `of`: what would be done, to which versions of the routes. */
  preview: (planId: string, ...of: readonly unknown[]) => ["plan", "preview", planId, ...of] as const,
  /** With a strategy: with that draft's preview. */
  optimization: (planId: string, ...strategy: readonly (string | null)[]) =>
    ["plan", "optimization", planId, ...strategy] as const,
  optimizationQueue: (planId: string) => ["plan", "optimization-queue", planId] as const,
  /** With the route's version: a route sent again has new ones. */
  routeMessages: (routeId: string, version: number) => ["plan", "route-messages", routeId, version] as const,
  fleet: (projectId: string) => ["plan", "fleet", projectId] as const,
};
