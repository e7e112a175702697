/** A time of the day as a time field has it: "16:00"; empty for none. */
export function timeText(seconds: number | null): string {
  return seconds === null ? "" : new Date(seconds * 1000).toISOString().slice(11, 16);
}

/** What a time field holds, in seconds of the day; null where it is empty. */
export function secondsOf(time: string): number | null {
  const [hours, minutes] = time.split(":").map(Number);
  return time === "" ? null : hours! * 3600 + minutes! * 60;
}
