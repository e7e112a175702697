import { z } from "zod";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "@/server/domain/time/local-date";
import { isTimeZone } from "@/server/domain/time/zoned-time";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { rateSchema } from "@/server/domain/unit/kept-numbers";
import { timeSchema } from "./dray-time";

const LARGEST = 500_000_000;
const MOST_DAYS = 92;
/** Beyond these, the matrix of all ways would no longer fit into memory. */
const MOST_VISITS = 10_000;
const MOST_LOCATIONS = 12_000;
/** How the house writes "no limit" where a load is meant. */
export const UNLIMITED_LOAD = 2_000_000_000;

const whole = z.int().min(0).max(LARGEST);
/** By the kilometre: parts of a cent or gram count. */
const rate = rateSchema(LARGEST);
const id = z.string().min(1).max(200);
const share = z.number().min(0).max(1);
const words = z.array(z.string().min(1).max(200)).max(1000);
const loads = z
  .array(z.int().min(0).max(UNLIMITED_LOAD))
  .min(1)
  .max(4)
  .describe("Amounts in up to four dimensions of your choice, such as grams, millilitres, parcels");
const position = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
const place = z
  .union([id, z.int().min(0), position], { error: "give a location's id, its row in the matrices, or lat and lng" })
  .describe("The id of a location, a row of the matrices (0 is the first), or a position");
const days = {
  dates: z.array(localDateSchema).max(1000).optional().describe("Only on these dates; needs the file's date"),
  weekdays: z.array(z.enum(WEEKDAYS)).max(7).optional().describe("Only on these weekdays; needs the file's date"),
};
const span = { from: timeSchema, to: timeSchema };

const location = z.strictObject({
  id,
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
});

const matrix = z.array(z.array(z.int().min(0).max(LARGEST).nullable()));
const profile = z.strictObject({
  id,
  estimate: z.enum(TRAVEL_PROFILES).optional().describe("Travel is estimated from straight lines, for such a vehicle"),
  durationFactor: z.number().positive().max(100).default(1).describe("Slower (above 1) or quicker than estimated"),
  distanceFactor: z.number().positive().max(100).default(1),
  durationSeconds: matrix.optional().describe("Seconds from each location (row) to each (column); null: no way"),
  distanceMeters: matrix.optional().describe("The same in metres; absent: a metre per second"),
});

const breakRule = z.strictObject({ ...span, durationSeconds: whole }).describe("Begins between from and to; unpaid");
const done = z.strictObject({
  visits: whole.default(0),
  distanceMeters: whole.default(0),
  driveSeconds: whole.default(0),
  workSeconds: whole.default(0),
  onBoard: loads.default([0]),
});

const vehicle = z.strictObject({
  id,
  profile: id.optional().describe("Which profile it travels by; absent: the first"),
  start: place,
  end: place.optional().describe("Absent: the route ends at its last visit"),
  shift: z.strictObject(span),
  ...days,
  capacity: loads.optional().describe("Absent, or a dimension not named: no limit"),
  skills: words.default([]),
  features: words.default([]),
  maxVisits: whole.optional(),
  maxDistanceMeters: whole.optional(),
  maxDriveSeconds: whole.optional(),
  maxWorkSeconds: whole.optional().describe("From departure to return, breaks aside"),
  fixedCostCents: whole.optional(),
  costPerKmCents: rate.optional(),
  costPerHourCents: whole.optional(),
  overtime: z.strictObject({ maxSeconds: whole, costPerHourCents: whole.default(0) }).optional(),
  breaks: z.array(breakRule).max(20).optional(),
  reload: z
    .strictObject({ location: place, durationSeconds: whole.default(0), maxCount: z.int().min(1).max(100) })
    .optional()
    .describe("It may come back here to load again, at most so often"),
  emissionGramsPerKm: rate.optional(),
  done: done.optional().describe("What a route under way has behind it"),
  route: z.array(id).optional().describe("Visits of its route as it is now: where the search starts"),
  frozenVisits: z.array(id).default([]).describe("Stay on this vehicle, at the front and in this order"),
  placedVisits: z.array(z.strictObject({ visit: id, place: z.int().min(1) })).optional(),
  locked: z.boolean().default(false).describe("Its route stays exactly as it is"),
});

const visit = z.strictObject({
  id,
  location: place,
  serviceSeconds: whole.default(0),
  checkInSeconds: whole.optional().describe("On arriving, once for visits in a row at one location"),
  windows: z
    .array(z.strictObject({ ...span, date: localDateSchema.optional() }))
    .max(1000)
    .default([])
    .describe("When service may begin; none: at any time"),
  windowSemantics: z.enum(["start", "finish"]).default("start").describe("finish: service must also end inside"),
  ...days,
  deliver: loads.default([0]).describe("Brought from the start (or the last reload)"),
  pickup: loads.default([0]).describe("Taken along to the end, or to the drop-off"),
  dropoff: id.optional().describe("The visit that hands over what this one takes along, later on the same route"),
  direct: z.boolean().optional().describe("Nothing comes between this pickup and its drop-off"),
  skills: words.default([]),
  features: words.default([]),
  priority: z
    .enum(PRIORITIES)
    .default("normal")
    .describe("None of a higher tier is left out for any number of a lower"),
  prizeCents: whole.optional().describe("Left out where serving it would cost more than this"),
  vehicles: z.array(id).optional().describe("Only these vehicles may serve it"),
});

const objective = z.strictObject({
  goal: z.enum(["cost", "fleet"]).default("cost").describe("fleet: fewest vehicles first, then cost"),
  carbonCentsPerKg: whole.optional(),
  balance: z
    .strictObject({ by: z.enum(["working-time", "visits"]), forced: z.boolean().default(false), factor: share })
    .optional(),
  clustering: share.optional(),
});

/** The JSON problem format of `npm run solve -- --format dray`; the one source of its JSON Schema. */
export const drayProblemSchema = z
  .strictObject({
    $schema: z.string().optional(),
    date: localDateSchema.optional().describe("First day of the plan; needed for dates, weekdays and date-times"),
    zone: z.string().refine(isTimeZone, { error: "give a time zone such as Europe/Copenhagen" }).default("UTC"),
    dayCount: z.int().min(1).max(MOST_DAYS).default(1),
    locations: z
      .array(location)
      .max(MOST_LOCATIONS)
      .optional()
      .describe("Named places, in the order of the matrices' rows"),
    profiles: z.array(profile).min(1).max(20).optional().describe("Absent: one, estimated for a van"),
    vehicles: z.array(vehicle).min(1).max(2000),
    visits: z.array(visit).max(MOST_VISITS),
    objective: objective.prefault({}),
  })
  .describe("Visits to be served, vehicles to serve them, and what is best");

export type DrayInput = z.infer<typeof drayProblemSchema>;
export type DrayVehicle = DrayInput["vehicles"][number];
export type DrayVisit = DrayInput["visits"][number];
export type DrayPlace = DrayVisit["location"];
