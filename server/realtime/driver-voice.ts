import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { DriverNews } from "./driver-news-stream";

/**
 * How drivers are spoken with who come by a token of their own instead of a route's link: the words are those of the API
 * that gave it out.
 */
export interface DriverVoice {
  /** All the driver has before him, or is out on. */
  greeting(services: ServiceContext): Promise<object>;
  /** What became of his routes, one message each. */
  pushes(services: ServiceContext, news: readonly DriverNews[]): Promise<readonly object[]>;
  /** Where he says he is, as the core takes fixes; undefined where that cannot be read. */
  fixesOf(message: object, now: Date): readonly unknown[] | undefined;
}
