/** Titles of pages, and what stands where a page cannot. */
export const pages = {
  description: "Dispatch desk for last-mile delivery",
  "title.plan": "Plan",
  "title.account": "Your account",
  "title.run": "Your route",
} as const;
