import type { SeededRandom } from "@/db/seed/seeded-random";
import { seededRandom } from "@/db/seed/seeded-random";
import type { OutcomeReason } from "@/server/domain/execution/outcome";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import type { RouteSheet, SheetStop } from "@/server/domain/plan/route-sheet";

/** What a simulated driver does, and when: wall-clock seconds of the plan's day. */
export type ScriptedAct =
  | { readonly atSeconds: number; readonly type: "accept" | "check-in" | "start-route" | "finish-route" | "check-out" }
  | { readonly atSeconds: number; readonly type: "break-start" | "break-end" }
  | { readonly atSeconds: number; readonly type: "depart" | "arrive"; readonly visitId: string }
  | {
      readonly atSeconds: number;
      readonly type: "complete";
      readonly visitIds: readonly string[];
      readonly outcome: "delivered" | "partial" | "failed" | "attempted";
      readonly reason?: OutcomeReason;
      readonly recipientName?: string;
      readonly note?: string;
    };

export interface ScriptedFix extends LatLng {
  readonly atSeconds: number;
  readonly accuracyMeters: number;
  readonly batteryPercent: number;
}

export interface DayScript {
  readonly acts: readonly ScriptedAct[];
  readonly fixes: readonly ScriptedFix[];
  /** Without a network from … to, wall-clock seconds. */
  readonly gaps: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
}

const REASONS: readonly OutcomeReason[] = ["nobody-home", "wrong-address", "refused", "no-access", "damaged"];
const NAMES = ["Ana", "Bo", "Clara", "Dmitri", "Elif", "Frida", "Goran", "Hana"];
const BREAK_AFTER_SECONDS = 4.5 * 3600;
const METERS_PER_DEGREE = 111_320;

/**
 * A driver's day as it might go: he starts a little late, legs and doors take more or less than planned, now and then a
 * door stays shut, two stops are made in another order, the network is gone for a while, the receiver jumps. The same
 * seed makes the same day.
 */
export function scriptDay(sheet: RouteSheet, seed: number, fixEverySeconds = 10): DayScript {
  const random = seededRandom(seed);
  const acts: ScriptedAct[] = [];
  const ways: Way[] = [];
  let clock = sheet.startSeconds - random.between(600, 1500);
  acts.push({ atSeconds: clock, type: "accept" });
  clock += random.between(120, 500);
  acts.push({ atSeconds: clock, type: "check-in" });
  clock = sheet.startSeconds + random.between(-60, 540);
  acts.push({ atSeconds: clock, type: "start-route" });
  let here = sheet.start.position;
  let hasRested = false;
  let planned = sheet.startSeconds;
  for (const stop of swapSome(sheet.stops, random)) {
    if (!hasRested && clock - sheet.startSeconds > BREAK_AFTER_SECONDS) {
      hasRested = true;
      acts.push({ atSeconds: clock, type: "break-start" });
      clock += random.between(1200, 1900);
      acts.push({ atSeconds: clock, type: "break-end" });
    }
    acts.push({ atSeconds: clock, type: "depart", visitId: stop.visitId });
    const drive = Math.max(20, (stop.arriveSeconds - planned) * (0.85 + 0.4 * random.next()));
    const arriveAt = Math.round(clock + Math.min(drive, 3600));
    ways.push({ from: here, to: stop.place.position, fromSeconds: clock, toSeconds: arriveAt });
    acts.push({ atSeconds: arriveAt, type: "arrive", visitId: stop.visitId });
    const opens = stop.windows.find(({ toSeconds }) => toSeconds >= arriveAt)?.fromSeconds ?? arriveAt;
    clock = Math.round(Math.max(arriveAt, opens) + Math.max(20, stop.serviceSeconds) * (0.6 + 1.1 * random.next()));
    ways.push({ from: stop.place.position, to: stop.place.position, fromSeconds: arriveAt, toSeconds: clock });
    acts.push(ending(stop, clock, random));
    planned = stop.arriveSeconds + stop.serviceSeconds;
    here = stop.place.position ?? here;
  }
  const back = clock + (sheet.end ? Math.max(60, sheet.endSeconds - planned) : 0);
  ways.push({ from: here, to: sheet.end?.position ?? here, fromSeconds: clock, toSeconds: back });
  acts.push(
    { atSeconds: back, type: "finish-route" },
    { atSeconds: back + random.between(60, 400), type: "check-out" },
  );
  const started = sheet.startSeconds;
  return { acts, fixes: fixesAlong(ways, fixEverySeconds, started, random), gaps: gapsIn(started, back, random) };
}

interface Way {
  readonly from: LatLng | null;
  readonly to: LatLng | null;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Neighbouring stops change places now and then, where no window and no pair says otherwise. */
function swapSome(stops: readonly SheetStop[], random: SeededRandom): SheetStop[] {
  const order = [...stops];
  for (let index = 1; index < order.length; index++) {
    const [a, b] = [order[index - 1]!, order[index]!];
    const isFree = a.windows.length === 0 && b.windows.length === 0 && a.role === "dropoff" && b.role === "dropoff";
    if (isFree && random.chance(0.03)) [order[index - 1], order[index]] = [b, a];
  }
  return order;
}

function ending(stop: SheetStop, atSeconds: number, random: SeededRandom): ScriptedAct {
  const dice = random.next();
  const base = { atSeconds, type: "complete" as const, visitIds: [stop.visitId] };
  if (dice < 0.03) return { ...base, outcome: "failed", reason: random.pick(REASONS) };
  if (dice < 0.06) return { ...base, outcome: "attempted", reason: "nobody-home", note: "Left a card." };
  if (dice < 0.07) return { ...base, outcome: "partial", reason: "missing-item" };
  return { ...base, outcome: "delivered", recipientName: random.pick(NAMES) };
}

function fixesAlong(ways: readonly Way[], everySeconds: number, started: number, random: SeededRandom): ScriptedFix[] {
  const fixes: ScriptedFix[] = [];
  for (const { from, to, fromSeconds, toSeconds } of ways) {
    if (!from || !to) continue;
    const isStill = distanceMeters(from, to) === 0;
    for (let at = fromSeconds; at < toSeconds; at += isStill ? everySeconds * 3 : everySeconds) {
      const part = (at - fromSeconds) / Math.max(1, toSeconds - fromSeconds);
      const accuracyMeters = random.chance(0.01) ? 120 : random.between(4, 20);
      fixes.push({
        atSeconds: Math.round(at),
        lat: from.lat + (to.lat - from.lat) * part + noise(accuracyMeters, random),
        lng:
          from.lng + (to.lng - from.lng) * part + noise(accuracyMeters, random) / Math.cos((from.lat * Math.PI) / 180),
        accuracyMeters,
        batteryPercent: Math.max(3, Math.round(98 - (at - started) / 600)),
      });
    }
  }
  return fixes;
}

/** About a normal distribution, in degrees of latitude. */
function noise(meters: number, random: SeededRandom): number {
  const sum = random.next() + random.next() + random.next() - 1.5;
  return (sum * meters) / METERS_PER_DEGREE;
}

/** Cellars and tunnels: a minute to half an hour without a network, about every two hours. */
function gapsIn(fromSeconds: number, toSeconds: number, random: SeededRandom): DayScript["gaps"] {
  const gaps = [];
  let at = fromSeconds + random.between(600, 7200);
  while (at < toSeconds) {
    const end = at + random.between(60, 1800);
    gaps.push({ fromSeconds: at, toSeconds: end });
    at = end + random.between(3600, 10_800);
  }
  return gaps;
}
