import { beforeAll, describe, expect, test } from "vitest";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { dress } from "./ids";
import { shop } from "./testing/shop";

let mine: Awaited<ReturnType<typeof shop>>;
const ids: string[] = [];
beforeAll(async () => {
  mine = await shop();
  for (const [name, status] of [
    ["John Doe", "active"],
    ["Ida Maria Holm", "inactive"],
    ["Bo", "archived"],
  ] as const) {
    const shift = { shiftFromSeconds: 28_800, shiftToSeconds: 64_800 };
    const driver = { name, status, phone: "+14265551000", ...shift };
    ids.push((await saveDriver(mine.tenant.context(), { projectId: mine.projectId, driver })).id);
  }
});

const namesOf = async (query: string) =>
  (await mine.ask("GET", `/drivers${query}`)).body.drivers.map(({ firstName }: { firstName: string }) => firstName);

describe("GET /drivers", () => {
  test("200: all of them, or those of the statuses named, however these are spelt", async () => {
    expect(await namesOf("")).toEqual(["Bo", "Ida Maria", "John"]);
    expect(await namesOf("?query.status=ACTIVE")).toEqual(["John"]);
    expect(await namesOf("?status=ACTIVE&status=INACTIVE")).toEqual(["Ida Maria", "John"]);
    expect(await namesOf("?query.status=ARCHIVED&query.status=ACTIVE")).toEqual(["Bo", "John"]);
  });

  test("200: a cursor carries what was asked for", async () => {
    const first = (await mine.ask("GET", "/drivers?query.limit=1&query.status=ACTIVE&query.status=INACTIVE")).body;
    const rest = (await mine.ask("GET", `/drivers?cursor=${first.nextCursor}`)).body;
    expect([...first.drivers, ...rest.drivers].map(({ status }) => status)).toEqual(["INACTIVE", "ACTIVE"]);
    expect(rest.nextCursor).toBeUndefined();
  });

  test("400: statuses nobody has, too many at once, and a cursor of another list", async () => {
    const { body: stops } = await mine.ask("POST", "/stops/imports", {
      body: [{ address: { address1: "Bredgade 1" } }, { address: { address1: "Bredgade 2" } }],
    });
    expect(stops.stops).toHaveLength(2);
    const { nextCursor } = (await mine.ask("GET", "/stops/imports?limit=1")).body;
    expect((await mine.ask("GET", `/routes?cursor=${nextCursor}`)).status).toBe(400);
    for (const query of ["status=SLEEPING", "query.limit=201"]) {
      expect((await mine.ask("GET", `/drivers?${query}`)).status, query).toBe(400);
    }
  });
});

describe("GET /drivers/{id}", () => {
  test("200: with his names apart", async () => {
    const { body } = await mine.ask("GET", `/drivers/${dress("driver", ids[0]!)}`);
    const phone = "+14265551000";
    expect(body).toEqual({ id: dress("driver", ids[0]!), firstName: "John", lastName: "Doe", phone, status: "ACTIVE" });
  });

  test("404: nobody", async () => {
    const { status, body } = await mine.ask("GET", "/drivers/drv-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939");
    expect([status, body.code]).toEqual([404, 5]);
  });
});
