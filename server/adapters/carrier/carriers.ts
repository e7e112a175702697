import type { Connector } from "@/server/domain/partner/connection";
import type { Carriers } from "@/server/ports/carrier";

/** Each partner by the connector it is reached with. */
export function createCarriers(by: Readonly<Record<Connector, Carriers>>): Carriers {
  return {
    test: (connection) => by[connection.connector].test(connection),
    quote: (connection, job) => by[connection.connector].quote(connection, job),
    handOver: (connection, job) => by[connection.connector].handOver(connection, job),
    cancel: (connection, offer) => by[connection.connector].cancel(connection, offer),
  };
}
