/** "Monday 2 March": a plan's date as drivers read it. */
export function messageDay(date: string): string {
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return day.format(new Date(`${date}T12:00:00Z`));
}

/** "08:05", by the plan's clock. */
export function messageClock(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(instant);
}

export function countStops(stops: number): string {
  return stops === 1 ? "1 stop" : `${stops} stops`;
}
