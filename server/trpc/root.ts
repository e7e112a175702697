import "server-only";
import { createCallerFactory, router } from "./init";
import { eventRouter } from "./routers/event";
import { intakeRouter } from "./routers/intake";
import { locationRouter } from "./routers/location";
import { orderRouter } from "./routers/order";

/** Everything the browser may ask, one router per feature. */
export const appRouter = router({
  event: eventRouter,
  intake: intakeRouter,
  location: locationRouter,
  order: orderRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures in process, as pages do. */
export const createCaller = createCallerFactory(appRouter);
export type AppCaller = ReturnType<typeof createCaller>;
