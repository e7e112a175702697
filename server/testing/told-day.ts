import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import type { Ports } from "@/server/services/kernel/service-context";
import { sendNotifications } from "@/server/services/notification/send-notifications";
import { tellCustomers } from "@/server/services/notification/tell-customers";
import { type DrivenDay, drivenDay } from "./driven-day";
import { FakeMessenger } from "./fake-messenger";

const HOUR = 3600;

/** A customer's message as the outbox has it, with the stop it is about. */
export interface WrittenMessage {
  readonly id: string;
  readonly stop: number;
  readonly channel: "email" | "sms";
  /** What it tells: "dispatched". */
  readonly trigger: string;
  readonly status: string;
  readonly subject: string;
  readonly body: string;
}

export interface ToldDay extends DrivenDay {
  readonly organizationId: string;
  /** By place on the route. */
  readonly visitIds: readonly string[];
  readonly routeId: string;
  readonly messengers: { readonly email: FakeMessenger; readonly sms: FakeMessenger };
  system(ports?: Partial<Ports>): ReturnType<DrivenDay["scenario"]["tenant"]["systemContext"]>;
  /** Lets time pass. */
  pass(seconds: number): void;
  /** The driver does something, a minute later, and the desk hears of it. */
  drive(act: Record<string, unknown> & { readonly type: string }): Promise<void>;
  /** What the jobs would do now: expectations anew, what is due by them, and whatever waits no longer. */
  look(): Promise<void>;
  /** Looks, lets the time of recall pass, and sends. */
  settle(): Promise<void>;
  written(): Promise<WrittenMessage[]>;
}

/** A route of so many doors that is sent at 06:00 UTC, 08:00 at its doors; each customer has both channels and all day. */
export async function toldDay(stops = 3, now = "2026-06-10T06:00:00Z"): Promise<ToldDay> {
  const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 17 * HOUR }];
  const spots = Array.from({ length: stops }, (_, index) => ({ at: [index * 4 + 1, index * 4 + 1] as const, windows }));
  const day = await drivenDay([spots.map((_, index) => index)], spots, { now: new Date(now) });
  const { scenario, clock } = day;
  const { tenant } = scenario;
  const { database, organizationId } = tenant;
  const routeId = scenario.routeIds[0]!;
  const visitIds = routeVisitIds((await scenario.board()).routes[0]!);
  for (const [stop, visitId] of visitIds.entries()) {
    await database.raw`update delivery_visit set contact_email = ${`Customer${stop}@Example.com`},
      contact_phone = ${`+452030405${stop}`} where organization_id = ${organizationId} and id = ${visitId}`;
  }
  const messengers = { email: new FakeMessenger("smtp"), sms: new FakeMessenger("twilio") };
  const system = (ports: Partial<Ports> = {}) => tenant.systemContext({ messengers, ...ports });
  const pass = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
  const look = async () => {
    await refreshArrivals(system(), { routeId });
    await tellCustomers(system(), { routeId });
    await sendNotifications(system(), {});
  };
  return {
    ...day,
    organizationId,
    visitIds,
    routeId,
    messengers,
    system,
    pass,
    look,
    drive: async (act) => {
      pass(60);
      await syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops: [day.act(act)] });
    },
    settle: async () => {
      await look();
      pass(11);
      await sendNotifications(system(), {});
    },
    written: async () => {
      const rows = await database.raw`select m.*, v.id as visit_id from outbox_message m
        join delivery_visit v on v.organization_id = m.organization_id and v.delivery_id = m.delivery_id
        where m.organization_id = ${organizationId} and m.delivery_id is not null order by m.id`;
      return rows.map(({ id, visit_id, channel, purpose, status, subject, body }) => ({
        id: id as string,
        stop: visitIds.indexOf(visit_id as string),
        channel: channel as "email" | "sms",
        trigger: (purpose as string).replace("customer-", ""),
        status: status as string,
        subject: subject as string,
        body: body as string,
      }));
    },
  };
}
