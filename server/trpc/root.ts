import "server-only";
import { createCallerFactory, router } from "./init";
import { apiAccessRouter } from "./routers/api-access";
import { customerRouter } from "./routers/customer";
import { cutoffRouter } from "./routers/cutoff";
import { driverDeskRouter } from "./routers/driver-desk";
import { eventRouter } from "./routers/event";
import { exceptionRouter } from "./routers/exception";
import { executionRouter } from "./routers/execution";
import { fleetRouter } from "./routers/fleet";
import { intakeRouter } from "./routers/intake";
import { locationRouter } from "./routers/location";
import { mapAndTravelRouter } from "./routers/map-and-travel";
import { memberRouter } from "./routers/member";
import { memberScopeRouter } from "./routers/member-scope";
import { messageRouter } from "./routers/message";
import { migrationRouter } from "./routers/migration";
import { notificationRouter } from "./routers/notification";
import { orderRouter } from "./routers/order";
import { organizationRouter } from "./routers/organization";

import { partnerRouter } from "./routers/partner";

import { partnerDeskRouter } from "./routers/partner-desk";

import { planRouter } from "./routers/plan";
import { policyRouter } from "./routers/policy";
import { positionRouter } from "./routers/position";
import { preferenceRouter } from "./routers/preference";
import { projectRouter } from "./routers/project";
import { proofRouter } from "./routers/proof";
import { reportRouter } from "./routers/report";
import { roleRouter } from "./routers/role";
import { slotRouter } from "./routers/slot";
import { trackingRouter } from "./routers/tracking";
import { webhookRouter } from "./routers/webhook";

/** Everything the browser may ask, one router per feature. */
export const appRouter = router({
  apiAccess: apiAccessRouter,
  customer: customerRouter,
  cutoff: cutoffRouter,
  driverDesk: driverDeskRouter,
  event: eventRouter,
  exception: exceptionRouter,
  execution: executionRouter,
  fleet: fleetRouter,
  intake: intakeRouter,
  location: locationRouter,
  mapAndTravel: mapAndTravelRouter,
  member: memberRouter,
  memberScope: memberScopeRouter,
  message: messageRouter,
  migration: migrationRouter,
  notification: notificationRouter,
  order: orderRouter,
  organization: organizationRouter,
  partner: partnerRouter,
  partnerDesk: partnerDeskRouter,
  plan: planRouter,
  policy: policyRouter,
  position: positionRouter,
  preference: preferenceRouter,
  project: projectRouter,
  proof: proofRouter,
  report: reportRouter,
  role: roleRouter,
  slot: slotRouter,
  tracking: trackingRouter,
  webhook: webhookRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures in process, as pages do. */
export const createCaller = createCallerFactory(appRouter);
export type AppCaller = ReturnType<typeof createCaller>;
