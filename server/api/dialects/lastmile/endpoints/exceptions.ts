import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { createException as create } from "@/server/services/exception/create-exception";
import { listExceptionPage } from "@/server/services/exception/list-exception-page";
import { readException } from "@/server/services/exception/read-exception";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { idOf, undress } from "../ids";
import { fromException, typeOf } from "../map/exception";
import { pageOf } from "../wire/common";
import { exceptionQuerySchema, exceptionRequestSchema, exceptionSchema } from "../wire/exception";

const TAG = "Exceptions";

export const createException = endpoint({
  method: "post",
  path: "/exceptions",
  id: "createException",
  tag: TAG,
  summary: "Write an exception down",
  description: "Of one type a delivery has one that stands: asked for again, it is answered with 200.",
  scope: "plans:write",
  body: exceptionRequestSchema,
  answers: {
    201: { description: "Raised.", schema: exceptionSchema },
    200: { description: "It stands already.", schema: exceptionSchema },
  },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const deliveryId = idOf("delivery", body.delivery_id);
    const { type, severity, notes: note } = body;
    const asked = { type: typeOf(type) as "other", severity, deliveryId, ...(note !== undefined && { note }) };
    const { id } = await create(services, asked);
    const exceptionId = id ?? (await standingOf(services, deliveryId, type));
    const exception = await readException(services, { exceptionId });
    return { status: id ? 201 : 200, body: fromException(exception) };
  },
});

/** The one of a delivery's exceptions of a type that stands. */
export async function standingOf(services: ServiceContext, deliveryId: string, type: string): Promise<string> {
  const { exceptions } = await listExceptionPage(services, { wanted: { deliveryId, types: [typeOf(type)] }, limit: 1 });
  const [standing] = exceptions;
  if (standing) return standing.id;
  throw new ServiceError("conflict", "It was closed at this moment. Ask again.", { reason: "busy" });
}

export const getException = endpoint({
  method: "get",
  path: "/exceptions/{exceptionId}",
  id: "getException",
  tag: TAG,
  summary: "An exception, with what may be done about it",
  scope: "plans:read",
  params: z.object({ exceptionId: z.string().max(100) }),
  answers: { 200: { description: "The exception.", schema: exceptionSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const exception = await readException(services, { exceptionId: idOf("exception", params.exceptionId) });
    return { status: 200, body: fromException(exception) };
  },
});

export const listExceptions = endpoint({
  method: "get",
  path: "/exceptions",
  id: "listExceptions",
  tag: TAG,
  summary: "Exceptions that meet everything asked, newest first",
  scope: "plans:read",
  query: exceptionQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(exceptionSchema) } },
  refusals: [400],
  run: async ({ services, query: { status, type, severity, delivery_id, cursor, limit } }) => {
    const deliveryId = delivery_id === undefined ? undefined : undress("delivery", delivery_id);
    if (delivery_id !== undefined && !deliveryId) return { status: 200, body: { items: [], next_cursor: null } };
    const wanted = { statuses: status, types: type?.map(typeOf), severity, deliveryId };
    const { exceptions, nextCursor } = await listExceptionPage(services, { wanted, cursor, limit });
    return { status: 200, body: { items: exceptions.map(fromException), next_cursor: nextCursor } };
  },
});
