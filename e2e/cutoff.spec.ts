import { sampleDay } from "./fixtures/day-files";
import type { TestOrganization } from "./fixtures/organization";
import { expect, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { ImportPage } from "./pages/import-page";
import { PlanPage } from "./pages/plan-page";

// What is over cannot be rolled over to: the day has to be to come.
const DATE = "2090-03-02";
const NEXT_DATE = "2090-03-03";

test("a day is cleaned up before the cut-off, its overflow rolled over, the rest dispatched with receipts", async ({
  page,
  organization,
}) => {
  test.setTimeout(300_000);
  const day = await messyDay(organization);
  const intake = new ImportPage(page);
  await intake.upload(
    "late.csv",
    "external_id,name,address,postcode,city,lat,lon,phone\nLATE-1,Late Laura,Carrer Nou 1,08001,Barcelona,41.39,2.17,12345\n",
  );
  await intake.checkRows(DATE);
  const plan = new PlanPage(page);
  await plan.open(DATE);

  await page.getByTestId("cutoff-button").click();
  const drawer = page.getByRole("dialog", { name: /Cut-off/ });
  const check = (name: string) => drawer.locator(`[data-check="${name}"]`);
  await expect(check("imports")).toHaveAttribute("data-count", "1");
  await expect(check("addresses")).toHaveAttribute("data-count", "1");
  await expect(check("contacts")).toHaveAttribute("data-count", "1");
  await expect(check("duplicates")).toHaveAttribute("data-count", "1");

  await test.step("the faulty row is put right and imported", async () => {
    await check("imports").click();
    await drawer.getByTestId("faulty-row").getByRole("textbox").fill("+34600100200");
    await drawer.getByRole("button", { name: "Save row" }).click();
    await drawer.getByRole("button", { name: "Import 1 row" }).click();
    await expect(check("imports")).toHaveAttribute("data-count", "0", { timeout: 60_000 });
  });

  await test.step("the doubtful address gets its door", async () => {
    await check("addresses").click();
    await drawer.getByTestId("address-doubt").getByRole("list").getByRole("button").first().click();
    await expect(check("addresses")).toHaveAttribute("data-count", "0");
  });

  await test.step("the missing contact is written in", async () => {
    await check("contacts").click();
    await drawer.getByRole("textbox", { name: /^Phone of/ }).fill("600 100 201");
    await page.keyboard.press("Enter");
    await expect(check("contacts")).toHaveAttribute("data-count", "0");
    const [first] = day.missingIds;
    type Order = { readonly input: { readonly dropoff: { readonly contact: { readonly phone: string } } } };
    const phoneOf = async (id: string) =>
      (await organization.call<Order>("order.get", { id }, "query")).input.dropoff.contact.phone;
    await expect.poll(() => phoneOf(first!)).toBe("+34600100201");
  });

  await test.step("of two orders that are one, one is kept", async () => {
    await check("duplicates").click();
    await drawer.getByRole("button", { name: "Cancel the other" }).click();
    await expect(check("duplicates")).toHaveAttribute("data-count", "0");
  });

  await test.step("what finds no room goes to the next day, where it is marked", async () => {
    await check("unassigned").click();
    await expect(check("unassigned")).not.toHaveAttribute("data-count", "0");
    await drawer.getByRole("button", { name: /^Roll over/ }).click();
    await expect(check("unassigned")).toHaveAttribute("data-count", "0");
    await expect.poll(async () => (await day.board()).pool.length).toBe(0);
    await plan.open(NEXT_DATE);
    await expect(plan.tree().getByText("From 2 Mar").first()).toBeVisible();
  });

  await test.step("the routes go out, and each has its receipt, also later", async () => {
    await plan.open(DATE);
    await page.getByRole("button", { name: /^Dispatch/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("cannot be undone");
    await dialog.getByRole("button", { name: "Dispatch 3 routes" }).click();
    const receipts = page.getByRole("list", { name: "Receipts" });
    await expect(receipts.getByRole("listitem")).toHaveCount(3);
    await expect(receipts.getByText("Not opened")).toHaveCount(3);
    const messages = await organization.call<{ body: string; recipientName: string }[]>("message.list", {}, "query");
    const link = /\/run\/[\w-]{43}/.exec(messages[0]!.body)![0];
    const phone = await page.context().browser()!.newPage();
    await phone.goto(new URL(link, page.url()).toString());
    await expect(phone.getByRole("heading").first()).toBeVisible();
    await expect(receipts.getByText(/^Opened/)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: /Receipts/ }).click();
    const opened = receipts.getByRole("listitem").filter({ hasText: /Opened/ });
    await opened.getByRole("button", { name: /^Send the link of route/ }).click();
    await expect(opened).toHaveCount(0);
    await expect.poll(async () => (await phone.reload())!.status()).toBe(404);
    await phone.close();
  });
});

/** Three vans' day with one of each fault that a person has to settle. */
async function messyDay(organization: TestOrganization): Promise<PlannedDay & { missingIds: readonly string[] }> {
  await organization.upload("/api/uploads/address-book", sampleDay.addresses);
  const day = await planDay(organization, 3, 6, DATE);
  const { projectId } = day;
  const [twin, ...rest] = await deliveryIds(organization, projectId);
  const missingIds = rest.slice(0, 1);
  await organization.call("cutoff.dismiss", { check: "contact", deliveryIds: [twin, ...rest.slice(1)] });
  const kept = await organization.call<{ input: { dropoff: Record<string, unknown> } }>(
    "order.get",
    { id: twin },
    "query",
  );
  const { address, contact, position } = kept.input.dropoff as { address: object; contact: object; position: object };
  const phone = "+34600100202";
  await organization.call("order.create", {
    projectId,
    deliveries: [
      {
        externalId: "TWIN-1",
        serviceDate: DATE,
        dropoff: { address, position, contact: { ...contact, phone } },
      },
      {
        externalId: "DOUBT-1",
        serviceDate: DATE,
        dropoff: {
          // The street is there, the number is not.
          address: { street: "Carrer d'Ausiàs Marc 999", postcode: "08007", city: "Barcelona", country: "ES" },
          contact: { name: "Doubtful Dora", phone },
        },
      },
    ],
  });
  await expect
    .poll(async () => (await cutoffOf(organization, day.planId)).counts.addresses, { timeout: 60_000 })
    .toBe(1);
  return { ...day, missingIds };
}

async function deliveryIds(organization: TestOrganization, projectId: string): Promise<string[]> {
  const filter = { projectId, date: DATE };
  const { ids } = await organization.call<{ ids: string[] }>("order.ids", { filter }, "query");
  return ids;
}

function cutoffOf(organization: TestOrganization, planId: string) {
  return organization.call<{ counts: { addresses: number } }>("cutoff.get", { planId }, "query");
}
