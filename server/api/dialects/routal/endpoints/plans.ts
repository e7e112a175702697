import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { ServiceError } from "@/server/services/kernel/service-error";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { deleteWave } from "@/server/services/wave/delete-from-waves";
import { listWaves } from "@/server/services/wave/list-waves";
import { openWave } from "@/server/services/wave/open-wave";
import { readWave, readWaveFigures } from "@/server/services/wave/read-wave";
import { renameWave } from "@/server/services/wave/rename-wave";
import { idOf } from "../ids";
import { fromPlan, toWaveStatus } from "../map/from-plan";
import { flagField, idField, pageOf, pageQuery, pageSchema, pathId } from "../wire/common";
import { planPatchSchema, planRequestSchema, planSchema, wholePlanSchema } from "../wire/plan";
import { routeSchema } from "../wire/route";
import { stopSchema } from "../wire/stop";
import { planOf, routesOf, stopsOf } from "./reading";

const TAG = "Plan";
const params = z.object({ id: pathId });

export const createPlan = endpoint({
  method: "post",
  path: "/v2/plan",
  id: "createPlan",
  tag: TAG,
  summary: "Create the plan of a day, or get it: the same day and label are the same plan",
  scope: "plans:write",
  query: z.object({ project_id: idField.optional() }),
  body: planRequestSchema,
  answers: { 200: { description: "The plan.", schema: planSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, query: { project_id }, body: { label, execution_date: date } }) => {
    const projectId = project_id === undefined ? (await readHomeProject(services, {})).id : idOf("project", project_id);
    const { id } = await openWave(services, { projectId, date, label });
    return { status: 200, body: await planOf(services, id) };
  },
});

const SORTS = { label: "label", execution_date: "date", created_at: "created", updated_at: "updated" } as const;
const sortField = z
  .string()
  .regex(/^(label|execution_date|created_at|updated_at)(:(asc|desc))?$/, { message: "must be field:asc or field:desc" })
  .default("execution_date:desc");

export const listPlans = endpoint({
  method: "get",
  path: "/v2/plans",
  id: "listPlans",
  tag: TAG,
  summary: "Plans, a page at a time",
  scope: "plans:read",
  query: z.object({
    ...pageQuery,
    text: z.string().max(200).optional(),
    sort: sortField,
    deleted: flagField.default(false),
    project_id: idField.optional(),
    status: z.enum(["planning", "draft", "in_progress", "finished"]).optional(),
  }),
  answers: { 200: { description: "The page.", schema: pageSchema(planSchema) } },
  refusals: [400],
  run: async ({ services, query: { offset, limit, text, sort, deleted, project_id, status } }) => {
    // What is deleted is gone.
    if (deleted) return { status: 200, body: pageOf([], 0, { offset, limit }) };
    const [field, direction] = sort.split(":") as [keyof typeof SORTS, string | undefined];
    const { total, waves } = await listWaves(services, {
      ...(project_id !== undefined && { projectId: idOf("project", project_id) }),
      ...(text && { text }),
      ...(status && { status: toWaveStatus(status) }),
      sort: SORTS[field],
      isDescending: direction === "desc",
      offset,
      limit,
    });
    const docs = waves.map((wave) => fromPlan(wave, services.actor.organizationId));
    return { status: 200, body: pageOf(docs, total, { offset, limit }) };
  },
});

export const getPlan = endpoint({
  method: "get",
  path: "/v2/plan/{id}",
  id: "getPlan",
  tag: TAG,
  summary: "A plan with its routes, stops and vehicles",
  scope: "plans:read",
  params,
  answers: { 200: { description: "The plan.", schema: wholePlanSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const id = idOf("plan", params.id);
    const { deliveryIds, routeIds } = await readWave(services, { id });
    const routes = await routesOf(services, routeIds);
    const vehicles = routes.map(({ vehicle_id, label, phone, email, plate }) => {
      return { id: vehicle_id, label, phone, email, plate };
    });
    const whole = { ...(await planOf(services, id)), routes, stops: await stopsOf(services, deliveryIds), vehicles };
    return { status: 200, body: whole };
  },
});

export const updatePlan = endpoint({
  method: "put",
  path: "/v2/plan/{id}",
  id: "updatePlan",
  tag: TAG,
  summary: "Give a plan another label",
  description: "Its day stays: a plan is moved by moving its stops (POST /v2/stop/move).",
  scope: "plans:write",
  params,
  body: planPatchSchema,
  answers: { 200: { description: "The plan.", schema: planSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, params, body: { label, execution_date } }) => {
    const id = idOf("plan", params.id);
    const { date } = await readWaveFigures(services, { id });
    if (execution_date !== undefined && execution_date !== date) {
      throw new ServiceError("refused", "A plan stays on its day; its stops can be moved.", { reason: "other_day" });
    }
    if (label !== undefined) await renameWave(services, { id, label });
    return { status: 200, body: await planOf(services, id) };
  },
});

export const deletePlan = endpoint({
  method: "delete",
  path: "/v2/plan/{id}",
  id: "deletePlan",
  tag: TAG,
  summary: "Delete a plan with its routes and stops",
  description: "Needs a key for deliveries:write besides.",
  scope: "plans:write",
  params,
  answers: { 200: { description: "The plan as it was.", schema: planSchema } },
  refusals: [404, 409],
  run: async ({ access, services, params }) => {
    const id = idOf("plan", params.id);
    const plan = await planOf(services, id);
    await deleteWave(services, { id });
    return { status: 200, body: { ...plan, deleted: true, deleted_at: access.now().toISOString() } };
  },
});

export const listPlanStops = endpoint({
  method: "get",
  path: "/v2/plan/{id}/stops",
  id: "listPlanStops",
  tag: TAG,
  summary: "A plan's stops; those with no route_id are on no route",
  scope: "plans:read",
  params,
  answers: { 200: { description: "All of them.", schema: z.array(stopSchema) } },
  refusals: [404],
  run: async ({ services, params }) => {
    const { deliveryIds } = await readWave(services, { id: idOf("plan", params.id) });
    return { status: 200, body: await stopsOf(services, deliveryIds) };
  },
});

export const listPlanRoutes = endpoint({
  method: "get",
  path: "/v2/plan/{id}/routes",
  id: "listPlanRoutes",
  tag: TAG,
  summary: "A plan's routes",
  scope: "plans:read",
  params,
  answers: { 200: { description: "All of them.", schema: z.array(routeSchema) } },
  refusals: [404],
  run: async ({ services, params }) => {
    const { routeIds } = await readWave(services, { id: idOf("plan", params.id) });
    const routes = await routesOf(services, routeIds);
    return { status: 200, body: routes };
  },
});
