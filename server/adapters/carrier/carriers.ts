import type { Connector } from "@/server/domain/partner/connection";
import type { CarrierConnection, Carriers } from "@/server/ports/carrier";

/** Each partner by the connector it is reached with; a sandbox's by none that reaches anybody. */
export function createCarriers(by: Readonly<Record<Connector | "sandbox", Carriers>>): Carriers {
  const carrierOf = ({ connector, simulation }: CarrierConnection) => by[simulation ? "sandbox" : connector];
  return {
    test: (connection) => carrierOf(connection).test(connection),
    quote: (connection, job) => carrierOf(connection).quote(connection, job),
    handOver: (connection, job) => carrierOf(connection).handOver(connection, job),
    cancel: (connection, offer) => carrierOf(connection).cancel(connection, offer),
  };
}
