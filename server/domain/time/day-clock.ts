import { Temporal } from "temporal-polyfill";
import { elapsedToWallSeconds } from "./elapsed-to-wall-seconds";
import { type DayClock, PLAIN_CLOCK } from "./plain-clock";
import { startOfDay, wallToElapsedSeconds } from "./zoned-time";

/** No plan reaches further. */
const HORIZON_SECONDS = 3 * 86_400;

/** The clock of `date` in `zone`, made once and then cheap enough for every time on a board. */
export function dayClock(date: string, zone: string): DayClock {
  if (elapsedToWallSeconds(date, zone, 0) !== 0) return skippedMidnight(date, zone);
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone });
  const change = midnight.getTimeZoneTransition("next");
  const changeSeconds = change ? (change.epochMilliseconds - startOfDay(date, zone).getTime()) / 1000 : HORIZON_SECONDS;
  if (!change || changeSeconds >= HORIZON_SECONDS) return PLAIN_CLOCK;
  const shiftSeconds = (change.offsetNanoseconds - midnight.offsetNanoseconds) / 1e9;
  const changeOnWall = changeSeconds + Math.max(0, shiftSeconds);
  return {
    wall: (seconds) => (seconds < changeSeconds ? seconds : seconds + shiftSeconds),
    elapsed: (seconds) => (seconds < changeOnWall ? seconds : seconds - shiftSeconds),
  };
}

/** Where clocks are put forward at midnight the day begins at one: rare enough to be asked of the tables each time. */
function skippedMidnight(date: string, zone: string): DayClock {
  return {
    wall: (seconds) => elapsedToWallSeconds(date, zone, seconds),
    elapsed: (seconds) => wallToElapsedSeconds(date, zone, seconds),
  };
}
