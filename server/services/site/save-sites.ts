import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { insertSites, selectOpenDeliveriesAt, selectSites, updateSites } from "@/db/queries/site/sites";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { decideChange } from "@/server/domain/order/decide-upsert";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import { type KnownSite, siteSchema, visitAt } from "@/server/domain/site/site-schema";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { saveChangedDeliveries } from "../order/save-changed-deliveries";

/**
 * Saves places, new ones and known ones (by id); their ids, in order. A new one whose number somebody has just taken is
 * that one. What is changed of a place is changed for the deliveries on their way there that nobody has been sent out with.
 */
export const saveSites = command({
  permission: "order.write",
  input: z.object({ sites: z.array(siteSchema.extend({ id: z.uuid().optional() })).max(5000) }),
  run: async (scope, { sites }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const wanted = sites.map((each): KnownSite => ({ ...each, id: each.id ?? scope.newId() }));
    const isNew = (index: number) => sites[index]!.id === undefined;
    const added = wanted.filter((_, index) => isNew(index));
    const inserted = new Set(await insertSites(tx, organizationId, added, now));
    const taken = added.flatMap(({ id, number }) => (inserted.has(id) || number === null ? [] : [number]));
    const owners = new Map(
      (await selectSites(tx, organizationId, { numbers: taken })).map((each) => [each.number, each]),
    );
    const known = wanted.filter((_, index) => !isNew(index));
    const before = new Map(
      (await selectSites(tx, organizationId, { ids: known.map(({ id }) => id) })).map((each) => [each.id, each]),
    );
    // Of one that is in the list twice the last word counts.
    const changes = [...new Map(known.map((each) => [each.id, each])).values()].filter(
      (each) => !sameJson(found(before.get(each.id), "location"), each),
    );
    await updateSites(tx, organizationId, changes, now);
    const ids = wanted.map(({ id, number }, index) =>
      isNew(index) && !inserted.has(id) ? found(owners.get(number), "location").id : id,
    );
    const events = [
      ...added.filter(({ id }) => inserted.has(id)).map((each) => siteEvent("site.created", each)),
      ...changes.map((each) => siteEvent("site.changed", each)),
      ...(await moveVisits(scope, changes)),
    ];
    return events.length > 0 ? changed({ ids }, events) : unchanged({ ids });
  },
});

async function moveVisits(scope: CommandScope<unknown>, sites: readonly KnownSite[]): Promise<DomainEvent[]> {
  const { tx, actor } = scope;
  const byId = new Map(sites.map((each) => [each.id, each]));
  const open = await selectOpenDeliveriesAt(tx, actor.organizationId, [...byId.keys()]);
  const deliveries = await lockDeliveries(tx, actor.organizationId, open);
  const changes = deliveries.flatMap((existing) => {
    const decision = decideChange(existing, movedTo(byId, existing.input));
    return decision.kind === "change" ? [decision] : [];
  });
  return saveChangedDeliveries(scope, changes);
}

function movedTo(sites: ReadonlyMap<string, KnownSite>, input: DeliveryInput): DeliveryInput {
  const next = { ...input };
  for (const role of ["pickup", "dropoff"] as const) {
    const visit = next[role];
    const site = visit?.siteId === undefined ? undefined : sites.get(visit.siteId);
    if (!visit || !site) continue;
    const { position: _, ...rest } = visit;
    const { address, ...there } = visitAt(site);
    const country = address.country || visit.address.country;
    next[role] = { ...rest, ...there, address: { ...address, country } };
  }
  return next;
}

function siteEvent(type: "site.created" | "site.changed", { id, ...after }: KnownSite): DomainEvent {
  return { type, entity: "site", entityId: id, after };
}
