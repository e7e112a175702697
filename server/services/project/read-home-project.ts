import "server-only";
import { z } from "zod";
import { findHomeProject } from "@/db/queries/project/find-project";
import { gathered } from "../kernel/gathered";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";

const readHome = query({
  permission: "order.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const home = await findHomeProject(tx, actor.organizationId);
    if (home) return home;
    throw new ServiceError("refused", "This organization has no project yet.", { reason: "no-such", what: "project" });
  },
});

/** The project of requests that know of none: the organization's first. Refuses where there is none yet. */
export const readHomeProject = gathered({
  permission: "order.read",
  input: z.object({}),
  most: 1000,
  work: async (services, asked) => {
    const home = await readHome(services, {});
    return asked.map(() => home);
  },
});
