import "server-only";
import { ServiceError } from "../kernel/service-error";

/** So often what another request of the same program overtook is worked out anew. */
const MOST_ATTEMPTS = 4;

/** Works something out anew as long as others are first; what somebody else has changed on purpose is refused at once. */
export async function unlessOvertaken<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isOvertaken =
        error instanceof ServiceError && error.code === "conflict" && error.details.reason === "stale";
      if (!isOvertaken || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
