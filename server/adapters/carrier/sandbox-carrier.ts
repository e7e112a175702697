import { setTimeout as wait } from "node:timers/promises";
import { GuardedFailure, type GuardedFetch } from "@/server/adapters/http/guarded-request";
import { OBLIGING, type SimulatedAnswer, type Simulation } from "@/server/domain/partner/simulation";
import type { CarrierConnection, Carriers } from "@/server/ports/carrier";
import type { Clock } from "@/server/ports/clock";
import { createHttpCarrier } from "./http-carrier";
import { tariffCarrier } from "./tariff-carrier";

/** Nobody's: what it stands for is in this process. */
const ADDRESS = "https://partner.sandbox.invalid";
const ACCEPTED_FOR_LATER = 202;

/**
 * A sandbox's partner. An obliging one is a price list that takes everything; one who was told to misbehave is spoken to by
 * the contract of partners' servers, as if he had one, and answers late, with 500, in riddles or not at all.
 */
export function createSandboxCarrier(clock: Clock, { timeoutMs }: { readonly timeoutMs: number }): Carriers {
  const carrierOf = ({ simulation }: CarrierConnection): Carriers => {
    const { answer, delayMilliseconds } = simulation ?? OBLIGING;
    if (answer === "accept" && delayMilliseconds === 0) return tariffCarrier;
    return createHttpCarrier(serverOf({ answer, delayMilliseconds }, timeoutMs), clock);
  };
  const asServer = (connection: CarrierConnection): CarrierConnection => ({
    ...connection,
    settings: { ...connection.settings, baseUrl: ADDRESS },
  });
  return {
    test: (connection) => carrierOf(connection).test(asServer(connection)),
    // What he charges is reckoned as ever: it is how he answers that is tried here.
    quote: async (connection, job) => {
      const asked = await carrierOf(connection).quote(asServer(connection), job);
      return asked.outcome === "quoted"
        ? { ...(await tariffCarrier.quote(connection, job)), exchange: asked.exchange }
        : asked;
    },
    handOver: (connection, job) => carrierOf(connection).handOver(asServer(connection), job),
    cancel: (connection, offer) => carrierOf(connection).cancel(asServer(connection), offer),
  };
}

/** The server of somebody who answers like this. */
function serverOf({ answer, delayMilliseconds }: Simulation, timeoutMs: number): GuardedFetch {
  return async ({ url }) => {
    const isSilent = answer === "silence" || delayMilliseconds >= timeoutMs;
    const milliseconds = isSilent ? timeoutMs : delayMilliseconds;
    await wait(milliseconds);
    if (isSilent) throw new GuardedFailure("timeout", `It did not answer within ${timeoutMs / 1000} seconds.`);
    const { status, text } = said(answer, new URL(url).pathname);
    return { status, text, bytes: Buffer.from(text), headers: {}, milliseconds };
  };
}

/** His words for it. He cancels whatever he is told to, unless nothing that he says is of use. */
function said(answer: SimulatedAnswer, path: string): { readonly status: number; readonly text: string } {
  const json = (body: unknown, status = 200) => ({ status, text: JSON.stringify(body) });
  if (answer === "error") return json({ error: "simulated" }, 500);
  if (answer === "garbage") return { status: 200, text: "<html>simulated</html>" };
  if (path === "/quotes") return json({ price_cents: 0 });
  if (path !== "/jobs") return json({ ok: true });
  if (answer === "decline") return json({ accepted: false, reason: "simulated" });
  return answer === "later"
    ? json({ accepted: null }, ACCEPTED_FOR_LATER)
    : json({ accepted: true, reference: "simulated" });
}
