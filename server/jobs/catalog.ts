import { z } from "zod";
import { reachSchema } from "@/server/domain/access/member-scope";
import { logoSchema } from "@/server/domain/brand/logo";
import { define, envelope } from "./define-job";

/** All jobs there are. Light to import: handlers live in `handlers/`. */
export const JOBS = {
  "check-import": define({
    payload: envelope.extend({ importId: z.string() }),
    retryLimit: 3,
    retryDelaySeconds: 2,
    expireSeconds: 600,
    concurrency: 2,
  }),
  "run-import": define({
    /** `reach`: how far whoever started it saw then; absent: everything. */
    payload: envelope.extend({ importId: z.string(), reach: reachSchema.optional() }),
    retryLimit: 3,
    retryDelaySeconds: 2,
    expireSeconds: 600,
    concurrency: 1,
  }),
  "run-bulk-job": define({
    payload: envelope.extend({ jobId: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 2,
    expireSeconds: 3600,
    concurrency: 1,
  }),
  "run-assignment-job": define({
    payload: envelope.extend({ jobId: z.string() }),
    retryLimit: 2,
    retryDelaySeconds: 2,
    expireSeconds: 900,
    concurrency: 1,
  }),
  "place-consignments": define({
    payload: envelope.extend({ email: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 5,
    expireSeconds: 600,
    concurrency: 1,
  }),
  /** For an hour, with growing pauses: a geocoder may be away. Then `sweep-addresses` asks again (`isSweep`), once each time. */
  "geocode-locations": define({
    payload: envelope.extend({ isSweep: z.boolean().optional() }),
    retryLimit: 10,
    retryDelaySeconds: 5,
    expireSeconds: 900,
    concurrency: 1,
    // What has waited for hours waits for what has just come: a dead geocoder holds nobody's new orders up by the hour.
    priority: ({ isSweep }) => (isSweep ? -1 : 0),
  }),
  "optimize-plan": define({
    payload: envelope.extend({ optimizationId: z.string() }),
    retryLimit: 2,
    retryDelaySeconds: 1,
    // Ten minutes of search after minutes of measuring are no sign of trouble; a dead process is noticed by its silence.
    expireSeconds: 3600,
    concurrency: 2,
  }),
  /** Tried for a good while, with growing pauses: a road server may be away. */
  "measure-routes": define({
    /** `routeIds`: those alone; absent: all of the plan. */
    payload: envelope.extend({ planId: z.string(), routeIds: z.array(z.string()).optional() }),
    retryLimit: 8,
    retryDelaySeconds: 5,
    expireSeconds: 600,
    concurrency: 1,
  }),
  "refresh-arrivals": define({
    payload: envelope.extend({ routeId: z.string() }),
    retryLimit: 2,
    retryDelaySeconds: 2,
    expireSeconds: 60,
    concurrency: 2,
    gather: { seconds: 1, key: ({ organizationId, routeId }) => `${organizationId}/${routeId}` },
  }),
  /** When a route has been driven, or its day is over. */
  "learn-from-route": define({
    payload: envelope.extend({ routeId: z.string() }),
    retryLimit: 3,
    retryDelaySeconds: 5,
    expireSeconds: 60,
    concurrency: 1,
    gather: { seconds: 5, key: ({ organizationId, routeId }) => `${organizationId}/${routeId}` },
  }),
  /** Once a minute for the whole installation: gives out what every day on the road needs looked at. */
  "watch-days": define({
    payload: z.object({}),
    retryLimit: 0,
    retryDelaySeconds: 1,
    expireSeconds: 55,
    concurrency: 1,
    cron: "* * * * *",
  }),
  "watch-plan": define({
    payload: envelope.extend({ planId: z.string() }),
    retryLimit: 2,
    retryDelaySeconds: 2,
    expireSeconds: 60,
    concurrency: 2,
    gather: { seconds: 2, key: ({ organizationId, planId }) => `${organizationId}/${planId}` },
  }),
  /** Looks whether a picture has come to a store that tells nobody; asked anew while it may still come. */
  "find-proof": define({
    payload: envelope.extend({ proofId: z.string() }),
    retryLimit: 3,
    retryDelaySeconds: 5,
    expireSeconds: 60,
    concurrency: 4,
    gather: { seconds: 15, key: ({ organizationId, proofId }) => `${organizationId}/${proofId}` },
  }),
  /** The same for a file that somebody was given an address for. */
  "find-upload": define({
    payload: envelope.extend({ uploadId: z.string() }),
    retryLimit: 3,
    retryDelaySeconds: 5,
    expireSeconds: 60,
    concurrency: 2,
    gather: { seconds: 15, key: ({ organizationId, uploadId }) => `${organizationId}/${uploadId}` },
  }),
  "verify-proof": define({
    payload: envelope.extend({ proofId: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 2,
    expireSeconds: 120,
    concurrency: 4,
  }),
  /** Looks what the customers of a route's doors are to be written, after whatever has changed on it. */
  "tell-customers": define({
    payload: envelope.extend({ routeId: z.string() }),
    retryLimit: 3,
    retryDelaySeconds: 2,
    expireSeconds: 120,
    concurrency: 2,
    gather: { seconds: 1, key: ({ organizationId, routeId }) => `${organizationId}/${routeId}` },
  }),
  /** Sends customers what has waited long enough; given out for a moment to come. */
  "send-notifications": define({
    payload: envelope.extend({ at: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 5,
    expireSeconds: 600,
    concurrency: 1,
    gather: { seconds: 1, key: ({ organizationId, at }) => `${organizationId}/${at}` },
  }),
  "send-message": define({
    payload: envelope.extend({ messageId: z.string() }),
    retryLimit: 4,
    retryDelaySeconds: 10,
    expireSeconds: 60,
    concurrency: 4,
  }),
  "send-invitation": define({
    payload: envelope.extend({ invitationId: z.string() }),
    retryLimit: 4,
    retryDelaySeconds: 10,
    expireSeconds: 60,
    concurrency: 2,
  }),
  /** For hours, with growing pauses: a partner who is away must still not come for what is his no more. */
  "cancel-handover": define({
    /** `withdrawn`: all that is left to be said where its delivery is deleted by then. */
    payload: envelope.extend({
      handoverId: z.string(),
      withdrawn: z
        .object({ partnerId: z.string(), reference: z.string(), manifestId: z.string().nullable().optional() })
        .optional(),
    }),
    retryLimit: 11,
    retryDelaySeconds: 10,
    expireSeconds: 60,
    concurrency: 2,
  }),
  /** When a partner's time to answer is over, or he has said no after all. */
  "pass-on-offer": define({
    payload: envelope.extend({ handoverId: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 10,
    expireSeconds: 300,
    concurrency: 2,
  }),
  /** Given out with every run of a round, again and again while it lives: whether it does, or another has to go on. */
  "recover-round": define({
    payload: envelope.extend({ roundId: z.string(), beat: z.int(), runs: z.int() }),
    retryLimit: 5,
    retryDelaySeconds: 10,
    expireSeconds: 300,
    concurrency: 4,
    // Looked for every two seconds, as all that gathers is.
    gather: { seconds: 15, key: ({ organizationId, roundId, beat }) => `${organizationId}/${roundId}/${beat}` },
  }),
  /** Given out by versions before 0071, for what they had on offer: nobody gives it out any more. */
  "recover-offer": define({
    payload: envelope.extend({ handoverId: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 10,
    expireSeconds: 300,
    concurrency: 2,
  }),
  /** When a partner who is mailed lists is to be mailed the next one. */
  "send-manifest": define({
    payload: envelope.extend({ partnerId: z.string(), at: z.string() }),
    retryLimit: 5,
    retryDelaySeconds: 10,
    expireSeconds: 120,
    concurrency: 1,
    gather: { seconds: 1, key: ({ organizationId, partnerId, at }) => `${organizationId}/${partnerId}/${at}` },
  }),
  /** The installation's own, inside no tenant: days are everybody's. */
  "keep-positions": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 300,
    concurrency: 1,
    cron: "20 */6 * * *",
  }),
  /** Once a night for the whole installation: what is kept for a time only, beside positions and files. */
  "keep-history": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 900,
    concurrency: 1,
    cron: "50 2 * * *",
  }),
  /** Once a night for the whole installation: what customers were shown and told, and places kept for them. */
  "keep-customers": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 900,
    concurrency: 1,
    cron: "10 3 * * *",
  }),
  "drop-logo": define({
    payload: envelope.extend({ logo: logoSchema }),
    retryLimit: 10,
    retryDelaySeconds: 60,
    expireSeconds: 60,
    concurrency: 1,
  }),
  /** Once an hour for the whole installation: what each organization's log is by now, under the installation's secret. */
  "seal-logs": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 900,
    concurrency: 1,
    cron: "5 * * * *",
  }),
  /** Once a night for the whole installation: programs' named requests, and their bulk jobs. */
  "keep-api": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 900,
    concurrency: 1,
    cron: "30 3 * * *",
  }),
  /** Once a night for the whole installation: what subscribers were sent, and what has waited too long for them. */
  "keep-webhooks": define({
    payload: z.object({}),
    retryLimit: 5,
    retryDelaySeconds: 60,
    expireSeconds: 900,
    concurrency: 1,
    cron: "25 3 * * *",
  }),
  /** Once an hour for the whole installation: addresses whose look-up was given up. */
  "sweep-addresses": define({
    payload: z.object({}),
    retryLimit: 0,
    retryDelaySeconds: 1,
    expireSeconds: 300,
    concurrency: 1,
    cron: "35 * * * *",
  }),
  /** Once an hour for the whole installation: what never came, what was left behind, what is older than it is kept. */
  "tidy-files": define({
    payload: z.object({}),
    retryLimit: 2,
    retryDelaySeconds: 120,
    expireSeconds: 1800,
    concurrency: 1,
    cron: "40 * * * *",
  }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
