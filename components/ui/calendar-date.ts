/** A calendar date "YYYY-MM-DD" moved by whole days. No zone takes part, so no daylight saving either. */
export function addDays(date: string, days: number): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return new Date(instant + days * 86_400_000).toISOString().slice(0, 10);
}
