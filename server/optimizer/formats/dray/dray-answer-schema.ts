import { z } from "zod";

const whole = z.int();
const time = z.string().optional().describe("By the clock on the wall, where the file gives a date");
const loads = z.array(whole).describe("On board when leaving, in four dimensions");

const cost = z
  .strictObject({
    totalCents: whole,
    fixedCents: whole,
    distanceCents: whole,
    timeCents: whole,
    overtimeCents: whole,
    carbonCents: whole,
  })
  .describe("Parts are rounded one by one");

const stop = z.strictObject({
  kind: z.enum(["visit", "reload", "break"]),
  id: z.string().optional().describe("The visit's"),
  trip: whole.optional().describe("Of a visit: 1 until the first reload"),
  arrivalSeconds: whole.optional().describe("Absent for a break, which is taken where the vehicle stands"),
  startSeconds: whole.describe("Beginning of service, loading or the break"),
  departureSeconds: whole,
  arrival: time,
  start: time,
  departure: time,
  driveSeconds: whole.optional().describe("On the way here"),
  distanceMeters: whole.optional(),
  checkInSeconds: whole.optional(),
  waitSeconds: whole.optional(),
  lateSeconds: whole.optional().describe("0, except where a lock makes it so"),
  loads: loads.optional(),
});

const route = z.strictObject({
  vehicle: z.string(),
  date: z.string().optional(),
  departureSeconds: whole,
  endSeconds: whole,
  departure: time,
  end: time,
  distanceMeters: whole,
  driveSeconds: whole,
  workSeconds: whole.describe("From departure to end, breaks aside"),
  waitSeconds: whole,
  overtimeSeconds: whole,
  emissionGrams: whole,
  cost,
  loadsAtStart: loads,
  stops: z.array(stop),
});

const unassigned = z.strictObject({
  id: z.string(),
  reasons: z
    .array(
      z.strictObject({
        rule: z.string(),
        vehicleCount: whole.describe("For so many vehicles this is what refuses the visit"),
        shortfall: z.number().optional().describe("How far from fitting, in the rule's unit"),
        subject: z.string().optional().describe("The skill, feature or load dimension concerned"),
      }),
    )
    .describe("Why it fits on none"),
});

/** What `npm run solve -- --format dray --json` prints; the one source of its JSON Schema. */
export const drayAnswerSchema = z
  .strictObject({
    format: z.literal("dray"),
    seed: whole,
    vehicles: whole.describe("With at least one visit"),
    distance: whole.describe("Metres"),
    duration: whole.describe("Seconds from departure to end, added up over the routes"),
    cost,
    emissionGrams: whole,
    unassigned: z.array(unassigned),
    iterations: whole,
    seconds: z.number(),
    cpuSeconds: z.number(),
    peakMegabytes: whole,
    stopReason: z.string(),
    routes: z.array(route),
  })
  .describe("Times in seconds count from the first day's local midnight");

export type DrayAnswer = z.infer<typeof drayAnswerSchema>;
export type DrayRoute = DrayAnswer["routes"][number];
export type DrayCost = DrayAnswer["cost"];
