import "server-only";
import { Hono } from "hono";
import { z } from "zod";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch, ServiceError } from "@/server/services/kernel/service-error";
import { type RelayCall, readRelayCall } from "@/server/services/relay/read-relay-call";

export interface RelayAppOptions {
  readonly mayResolve: (secret: string) => boolean;
  /** The drivers one of whose doors a code may stand for. */
  readonly byCode: (code: string) => Promise<readonly ServiceContext[]>;
}

const questionSchema = z.object({
  code: z.string().regex(/^\d{4,12}$/),
  /** E.164 of whoever has dialled, where the relay knows it. */
  caller: z.string().max(20).optional(),
});

/**
 * Asked by the operator of the call relay, who shows the shared secret as a bearer, when somebody has keyed in a code:
 * whom it connects. Of two calls with the same code the one `caller` takes part in is meant; without that it is a conflict.
 */
export function createRelayApp({ mayResolve, byCode }: RelayAppOptions): Hono {
  const app = new Hono().basePath("/api/relay");
  app.post("/resolve", async ({ req }) => {
    const secret = /^Bearer (\S+)$/i.exec(req.header("authorization") ?? "")?.[1] ?? "";
    if (!mayResolve(secret))
      throw new ServiceError("unauthenticated", "The relay's secret is missing or wrong.", {
        reason: "unauthenticated",
      });
    const question = questionSchema.safeParse(await req.json().catch(() => null));
    if (!question.success)
      throw new ServiceError("invalid", "Say the code, as digits, and the caller's number if it is known.", {
        reason: "invalid",
      });
    const { code, caller } = question.data;
    const answers = await Promise.all((await byCode(code)).map((services) => readRelayCall(services, { code })));
    const call = theOne(
      answers.filter((answer) => answer !== null),
      caller,
    );
    const { driver, customer } = call;
    const connect = caller === driver ? customer : caller === customer ? driver : null;
    return Response.json({ driver, customer, connect }, { headers: { "cache-control": "no-store" } });
  });
  app.onError(refusalResponse);
  return app;
}

function theOne(calls: readonly RelayCall[], caller: string | undefined): RelayCall {
  const meant =
    calls.length > 1 ? calls.filter(({ driver, customer }) => caller === driver || caller === customer) : calls;
  if (calls.length === 0) throw noSuch("link");
  if (meant.length !== 1)
    throw new ServiceError("conflict", "The code stands for more than one call; say who is calling.", {
      reason: "duplicate",
    });
  return meant[0]!;
}
