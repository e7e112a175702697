import { expect, test } from "vitest";
import { planScenario } from "@/server/testing/plan-scenario";
import { listStopContacts } from "./list-stop-contacts";

test("says how the people behind the stops asked about are reached, and nothing of a stranger's", async () => {
  const [mine, theirs] = [
    await planScenario([{ at: [1, 1] }, { at: [2, 2] }, { at: [3, 3] }]),
    await planScenario([{ at: [1, 1] }]),
  ];
  await mine.tenant.database
    .raw`update delivery_visit set contact_phone = '+34600000001', contact_email = 'a@example.org'
    where id = ${mine.visitIds[1]!}`;
  const visitIds = [mine.visitIds[1]!, theirs.visitIds[0]!];
  expect(await listStopContacts(mine.context("viewer"), { planId: mine.planId, visitIds })).toEqual([
    { visitId: mine.visitIds[1], phone: "+34600000001", email: "a@example.org", notificationPreference: "both" },
  ]);
  const asked = listStopContacts(theirs.context(), { planId: mine.planId, visitIds });
  await expect(asked).rejects.toMatchObject({ code: "not-found" });
});
