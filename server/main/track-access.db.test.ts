import { expect, test } from "vitest";
import { CALLER_ADDRESS, followedDay, giveLinks } from "@/server/testing/followed-day";
import { trackAccess } from "./track-access";

test("a door that cannot be read shuts nobody else's page, though they are read together", async () => {
  const day = await followedDay();
  const access = trackAccess(day.core);
  const tokens = await giveLinks(day.scenario, day.scenario.visitIds);
  const doors = (await Promise.all(tokens.map((token) => access.byLink(token)))).map((opened) => opened!.door);
  const broken = doors[2]!.visitId;
  await day.database.raw`update delivery_visit set windows = '7' where id = ${broken}`;
  const ends = await Promise.allSettled(doors.map((door) => access.look(door, CALLER_ADDRESS)));
  expect(ends.map(({ status }) => status)).toEqual(
    doors.map(({ visitId }) => (visitId === broken ? "rejected" : "fulfilled")),
  );
  expect(ends.flatMap((end) => (end.status === "fulfilled" ? [end.value?.row.visitId] : []))).toEqual(
    doors.map(({ visitId }) => visitId).filter((visitId) => visitId !== broken),
  );
  const [views] = await day.database.raw`select count(*)::int as count from tracking_view
    where organization_id = ${day.organizationId}`;
  expect(views!.count).toBe(doors.length - 1);
});
