import { isId } from "@/server/domain/ids";
import { noSuch } from "@/server/services/kernel/service-error";

/** Whose consignments are this API's jobs. Ids are the stored ones: RouteMate's are UUIDs too. */
export const SOURCE = "routemate";

/** The webhook meant by a path; a text that is no id is the id of nothing. */
export function webhookIdOf(text: string): string {
  if (!isId(text)) throw noSuch("webhook");
  return text;
}
