import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { lockDeliveriesByExternalId } from "@/db/queries/order/load-deliveries";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import { findNamedInWave, putIntoWave } from "@/db/queries/wave/waves";
import { parseDelivery } from "@/server/domain/order/decide-upsert";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { Wave } from "@/server/domain/wave/wave";
import { unlessOvertaken } from "../assignment/unless-overtaken";
import { changed, command, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { found, ServiceError } from "../kernel/service-error";
import { draftSchema } from "../order/create-deliveries";
import { insertNewDeliveries } from "../order/insert-new-deliveries";
import { holdWave } from "./hold-wave";

const pushSchema = z.object({
  /** Null: for no day yet. */
  waveId: z.uuid().nullable(),
  /** Of deliveries for no day; of others it is the wave's. */
  projectId: z.uuid(),
  deliveries: z.array(draftSchema).max(5000),
});

/** What became of each delivery, in the order sent. */
export interface PushedDelivery {
  readonly deliveryId: string;
  /** False: the wave had it already, and it was left as it was. */
  readonly isNew: boolean;
}

/**
 * Takes deliveries into a part of a day's plan, all or none. What is there by the name it is sent under (`externalId`)
 * stays as it is, so a push may come any number of times. A name that another day's delivery has as its number is kept
 * beside (`orderRef`): the same order may be tried again as another delivery. Refused as `invalid` with every fault.
 */
export function pushDeliveries(
  services: ServiceContext,
  input: z.input<typeof pushSchema>,
): Promise<readonly PushedDelivery[]> {
  return unlessOvertaken(() => pushOnce(services, input));
}

const pushOnce = command({
  permission: "order.write",
  input: pushSchema,
  run: async (scope, { waveId, projectId, deliveries }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    // Pushes into one plan go one after the other: the second finds what the first has made.
    const wave = waveId === null ? null : await holdWave(tx, organizationId, waveId);
    const project = found(await findProject(tx, organizationId, wave?.projectId ?? projectId), "project");
    const names = deliveries.flatMap((draft) => nameOf(draft) ?? []);
    const there = await findNamedInWave(tx, organizationId, { projectId: project.id, wave }, names);
    const idOfName = new Map(there.map(({ id, name }) => [name, id]));
    const taken = await takenNumbers(tx, organizationId, names);
    const fresh = new Map<string | number, DeliveryDraft>();
    for (const [index, draft] of deliveries.entries()) {
      const name = nameOf(draft);
      if (name === undefined) fresh.set(index, draft);
      else if (!idOfName.has(name) && !fresh.has(name)) fresh.set(name, draft);
    }
    const inputs = checked(deliveries, fresh, project).map(
      ([key, input]) => [key, placed(input, wave, taken)] as const,
    );
    const creations = inputs.map(([, input]) => ({ projectId: project.id, input }));
    const inserted = await insertNewDeliveries(scope, creations);
    if (inserted.ids.includes(null)) throw overtaken();
    const idOf = new Map(inputs.map(([key], index) => [key, inserted.ids[index]!]));
    if (wave) await putIntoWave(tx, organizationId, wave.furtherId, [...idOf.values()]);
    const seen = new Set<string>();
    const pushed = deliveries.map((draft, index): PushedDelivery => {
      const name = nameOf(draft);
      const madeId = idOf.get(name ?? index);
      const isNew = madeId !== undefined && !seen.has(madeId);
      if (madeId !== undefined) seen.add(madeId);
      return { deliveryId: madeId ?? idOfName.get(name!)!, isNew };
    });
    return inserted.events.length > 0 ? changed(pushed, inserted.events) : unchanged(pushed);
  },
});

const nameOf = ({ externalId }: DeliveryDraft): string | undefined =>
  typeof externalId === "string" && externalId.trim() !== "" ? externalId.trim() : undefined;

async function takenNumbers(tx: Tx, organizationId: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await lockDeliveriesByExternalId(tx, organizationId, names);
  return new Set(known.flatMap(({ input }) => input.externalId ?? []));
}

/** What is new as the core takes it, or every fault of the request by its place in it. */
function checked(
  deliveries: readonly DeliveryDraft[],
  fresh: ReadonlyMap<string | number, DeliveryDraft>,
  project: ProjectRow,
): (readonly [string | number, DeliveryInput])[] {
  const inputs: (readonly [string | number, DeliveryInput])[] = [];
  const issues: { path: string; message: string }[] = [];
  for (const [key, draft] of fresh) {
    const parsed = parseDelivery(draft, project, { isWhole: true, isClosed: true });
    const at = deliveries.indexOf(draft);
    if (parsed.ok) inputs.push([key, parsed.input]);
    else issues.push(...parsed.issues.map(({ path, message }) => ({ path: `${at}.${path}`, message })));
  }
  const [first] = issues;
  if (first) throw new ServiceError("invalid", `${first.path}: ${first.message}`, { reason: "input", issues });
  return inputs;
}

function placed({ externalId, ...input }: DeliveryInput, wave: Wave | null, taken: ReadonlySet<string>): DeliveryInput {
  return {
    ...input,
    ...(externalId !== undefined && (taken.has(externalId) ? { orderRef: externalId } : { externalId })),
    ...(wave && { serviceDate: wave.date }),
  };
}

function overtaken(): ServiceError {
  return new ServiceError("conflict", "Somebody else has just sent one of these numbers.", { reason: "stale" });
}
