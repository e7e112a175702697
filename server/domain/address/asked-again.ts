const HOUR_SECONDS = 3600;
const HALF_A_DAY = 12 * HOUR_SECONDS;
const WEEK = 7 * 24 * HOUR_SECONDS;
const MONDAY = 1;
const MONTH = 30 * 24 * HOUR_SECONDS;

/**
 * Whether addresses that nobody could be asked about are asked about again at this hour (UTC): every hour at first, then
 * every sixth, after a week once a day, after a month on Mondays.
 */
export function isAskedAgain(waitedSeconds: number, at: Date): boolean {
  const hour = at.getUTCHours();
  if (waitedSeconds < HALF_A_DAY) return true;
  if (waitedSeconds < WEEK) return hour % 6 === 0;
  return hour === 0 && (waitedSeconds < MONTH || at.getUTCDay() === MONDAY);
}
