/** Seconds of "8", "8:30", "0830" or "02:00 +1"; null for anything else. */
export function parseClock(text: string): number | null {
  const typed = /^\s*(\d{1,2})(?::?(\d{2}))?\s*(\+1)?\s*$/.exec(text);
  if (!typed) return null;
  const [hours, minutes] = [Number(typed[1]), Number(typed[2] ?? 0)];
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return hours * 3600 + minutes * 60 + (typed[3] ? 86_400 : 0);
}
