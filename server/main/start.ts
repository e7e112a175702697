import { bootCore } from "./boot-core";
import { bootWeb } from "./boot-web";
import { bootWorkers } from "./boot-workers";
import { env } from "./env";
import { createLogger } from "./logger";
import { onShutdown } from "./on-shutdown";

/** `npm start`: one process with everything, or only the web or the worker part of it (`DRAY_ROLE`). */
const log = createLogger(env.DRAY_LOG_LEVEL);
const core = await bootCore(env, log);
const workers = env.DRAY_ROLE === "web" ? undefined : await bootWorkers(core);
const web =
  env.DRAY_ROLE === "worker" ? undefined : await bootWeb(core, { isDevelopment: env.NODE_ENV === "development" });
log.info({ role: env.DRAY_ROLE, url: web ? env.baseUrl : undefined }, "Dray is running");
onShutdown(log, async () => {
  await web?.close();
  await workers?.stop();
  await core.close();
});
