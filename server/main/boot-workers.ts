import "server-only";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import type { JobHandler, JobHandlers } from "@/server/adapters/job-queue/boss-job-queue";
import type { JobName, JobPayload } from "@/server/jobs/catalog";
import { cancelHandoverJob } from "@/server/jobs/handlers/cancel-handover";
import { checkImport } from "@/server/jobs/handlers/check-import";
import { findProofJob } from "@/server/jobs/handlers/find-proof";
import { findUploadJob } from "@/server/jobs/handlers/find-upload";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { keepApi } from "@/server/jobs/handlers/keep-api";
import { keepCustomers } from "@/server/jobs/handlers/keep-customers";
import { keepHistory } from "@/server/jobs/handlers/keep-history";
import { keepPositions } from "@/server/jobs/handlers/keep-positions";
import { keepWebhooks } from "@/server/jobs/handlers/keep-webhooks";
import { learnFromRoute } from "@/server/jobs/handlers/learn-from-route";
import { measureRoutes } from "@/server/jobs/handlers/measure-routes";
import { type OptimizeDependencies, optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import { passOnOfferJob } from "@/server/jobs/handlers/pass-on-offer";
import { placeConsignments } from "@/server/jobs/handlers/place-consignments";
import { recoverOfferJob } from "@/server/jobs/handlers/recover-offer";
import { recoverRoundJob } from "@/server/jobs/handlers/recover-round";
import { refreshArrivalsJob } from "@/server/jobs/handlers/refresh-arrivals";
import { runAssignmentJobHandler } from "@/server/jobs/handlers/run-assignment-job";
import { runBulkJob } from "@/server/jobs/handlers/run-bulk-job";
import { runImportJob } from "@/server/jobs/handlers/run-import";
import { sealLogs } from "@/server/jobs/handlers/seal-logs";
import { sendInvitation } from "@/server/jobs/handlers/send-invitation";
import { sendManifestJob } from "@/server/jobs/handlers/send-manifest";
import { sendMessage } from "@/server/jobs/handlers/send-message";
import { sendNotificationsJob } from "@/server/jobs/handlers/send-notifications";
import { sweepAddresses } from "@/server/jobs/handlers/sweep-addresses";
import { tellCustomersJob } from "@/server/jobs/handlers/tell-customers";
import { tidyFiles } from "@/server/jobs/handlers/tidy-files";
import { verifyProofJob } from "@/server/jobs/handlers/verify-proof";
import { watchDays } from "@/server/jobs/handlers/watch-days";
import { watchPlanJob } from "@/server/jobs/handlers/watch-plan";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { prepareSolver, solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { dropLogo } from "@/server/services/organization/drop-logo";
import type { Core } from "./boot-core";

/** Jobs given out by a tenant's act. */
type TenantJob = Exclude<
  JobName,
  | "keep-webhooks"
  | "keep-api"
  | "keep-customers"
  | "keep-history"
  | "keep-positions"
  | "seal-logs"
  | "sweep-addresses"
  | "tidy-files"
  | "watch-days"
>;

/**
 * Begins to take jobs from the queue, each as the system acting inside the tenant that gave it out, and to write to
 * subscribers.
 */
export async function bootWorkers(core: Core): Promise<{ stop(): Promise<void> }> {
  const inTenant =
    <N extends TenantJob>(
      name: N,
      work: (services: ServiceContext, payload: JobPayload<N>, signal: AbortSignal, isLast: boolean) => Promise<void>,
    ): JobHandler<N> =>
    async (payload, signal, isLast) => {
      const { organizationId, correlationId } = payload;
      try {
        await work(core.systemContext(organizationId, correlationId), payload, signal, isLast);
      } catch (error) {
        if (!signal.aborted) core.log.error({ job: name, organizationId, correlationId, error }, "job failed");
        throw error;
      }
    };
  const handlers: JobHandlers = {
    "check-import": inTenant("check-import", checkImport),
    "run-import": inTenant("run-import", runImportJob),
    "run-bulk-job": inTenant("run-bulk-job", runBulkJob),
    "run-assignment-job": inTenant("run-assignment-job", runAssignmentJobHandler),
    "place-consignments": inTenant("place-consignments", placeConsignments),
    "geocode-locations": inTenant("geocode-locations", geocodeLocations),
    "optimize-plan": inTenant("optimize-plan", (services, payload, signal, isLast) => {
      const { organizationId, correlationId, optimizationId } = payload;
      const onUnsound: OptimizeDependencies["onUnsound"] = ({ message, violations }, kept) =>
        core.log.error({ organizationId, correlationId, optimizationId, violations, ...kept }, message);
      const dependencies = { solve: solveRoutingProblem, prepare: prepareSolver, onUnsound };
      return optimizePlan(services, dependencies, payload, signal, isLast);
    }),
    "measure-routes": inTenant("measure-routes", measureRoutes),
    "refresh-arrivals": inTenant("refresh-arrivals", refreshArrivalsJob),
    "learn-from-route": inTenant("learn-from-route", learnFromRoute),
    "watch-plan": inTenant("watch-plan", watchPlanJob),
    "watch-days": () => watchDays(core.database, core.ports.clock, core.systemContext),
    "find-proof": inTenant("find-proof", findProofJob),
    "find-upload": inTenant("find-upload", findUploadJob),
    "verify-proof": inTenant("verify-proof", verifyProofJob),
    "tell-customers": inTenant("tell-customers", tellCustomersJob),
    "send-notifications": inTenant("send-notifications", sendNotificationsJob),
    "send-message": inTenant("send-message", sendMessage),
    "send-invitation": inTenant("send-invitation", sendInvitation),
    "cancel-handover": inTenant("cancel-handover", cancelHandoverJob),
    "pass-on-offer": inTenant("pass-on-offer", passOnOfferJob),
    "recover-offer": inTenant("recover-offer", recoverOfferJob),
    "recover-round": inTenant("recover-round", recoverRoundJob),
    "send-manifest": inTenant("send-manifest", sendManifestJob),
    "drop-logo": inTenant("drop-logo", async (services, { logo }) => void (await dropLogo(services, { logo }))),
    "sweep-addresses": () =>
      sweepAddresses(core.database, core.ports.clock, core.systemContext, (organizationId, error) =>
        core.log.error({ job: "sweep-addresses", organizationId, error }, "addresses are not asked about again"),
      ),
    "tidy-files": (_payload, signal) => tidyFiles(core.database, core.systemContext, signal),
    "keep-api": async () =>
      void (await keepApi(core.database, core.ports.clock, { exchangeDays: core.env.DRAY_PARTNER_DAYS })),
    "keep-webhooks": async () => void (await keepWebhooks(core.database, core.ports.clock)),
    "seal-logs": () =>
      sealLogs(core.database, core.systemContext, (sealed) => core.log.info(sealed, "the log was sealed")),
    "keep-history": async () => void (await keepHistory(core.database, core.ports.clock)),
    "keep-customers": async () => {
      const { DRAY_TRACKING_VIEW_DAYS: views, DRAY_NOTIFICATION_DAYS: notifications } = core.env;
      await keepCustomers(core.database, core.ports.clock, { views, notifications });
    },
    "keep-positions": () => keepPositions(core.database, core.ports.clock),
  };
  await core.queue.work(handlers);
  return startWebhookEngine({
    database: core.database,
    clock: core.ports.clock,
    systemOf: core.systemContext,
    listen: async (listener) => {
      const { unlisten } = await core.database.raw.listen(EVENT_CHANNEL, listener, listener);
      return unlisten;
    },
    onError: (error) => core.log.error({ error }, "webhooks failed"),
  });
}
