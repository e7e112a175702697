import { startSubscriber } from "@/server/testing/subscriber";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

test("a partner is added step by step, tried, given an order and taken it from; what was said is there", async ({
  page,
  organization,
}) => {
  let health = 500;
  const jobs = { status: 200, body: { accepted: true, reference: "job-7" } as object };
  const cancel = { status: 409, body: { reason: "The van is loaded." } as object };
  const server = await startSubscriber((_call, request, response) => {
    const answers: Record<string, { status: number; body: object }> = {
      "/hook/health": { status: health, body: {} },
      "/hook/quotes": { status: 200, body: { price_cents: 1234, currency: "DKK", co2_grams: 90, eta_minutes: 40 } },
      "/hook/jobs": jobs,
    };
    const { status, body } = answers[request.url ?? ""] ?? cancel;
    response.writeHead(status).end(JSON.stringify(body));
  });
  const projectId = await createProject(organization);
  await page.goto("/settings/partners");

  await test.step("who it is: what is missing is said, and the step is kept", async () => {
    await expect(page.getByText("Nobody delivers for you yet")).toBeVisible();
    await page.getByRole("link", { name: "Add partner" }).click();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("Write a name.")).toBeVisible();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Swift");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page).toHaveURL(/partner=.*step=ability|step=ability.*partner=/);
  });

  await test.step("what it can do: a promise that is none is refused; back and forth nothing is lost", async () => {
    await page.getByRole("textbox", { name: "Areas" }).fill("21*, 1000-1999");
    await page.getByRole("textbox", { name: "On time" }).fill("120");
    await page.getByRole("button", { name: "Save and go on" }).filter({ visible: true }).click();
    await expect(page.getByText("Write a number from 0 to 100.")).toBeVisible();
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Swift");
    await page.goBack();
    await expect(page.getByRole("textbox", { name: "Areas" })).toHaveValue("21*, 1000-1999");
    await page.getByRole("textbox", { name: "On time" }).fill("95");
    await page.getByRole("button", { name: "Save and go on" }).filter({ visible: true }).click();
  });

  await test.step("how it is reached: a wrong address and a short secret are said, a server that fails is said to", async () => {
    await page.getByRole("textbox", { name: "Address of its server" }).fill("swift");
    await page.getByLabel("Signing secret").fill("short");
    await page.getByRole("button", { name: "Save and test" }).click();
    await expect(page.getByText(/Write an address that begins with/)).toBeVisible();
    await expect(page.getByText("It needs eight characters at least.")).toBeVisible();
    await page.getByRole("textbox", { name: "Address of its server" }).fill(server.url);
    await page.getByLabel("Signing secret").fill("long enough to sign");
    await page.getByRole("button", { name: "Save and test" }).click();
    await expect(page.getByText("It answered 500.").filter({ visible: true })).toBeVisible();
    health = 200;
    await page.getByRole("button", { name: "Save and test" }).click();
    await expect(page.getByText("From then on it is offered orders it can take.")).toBeVisible();
    await expect(page.getByText("It answers", { exact: true }).filter({ visible: true })).toHaveCount(1);
    await page.screenshot({ path: test.info().outputPath("review.png") });
    await page.getByRole("button", { name: "Activate" }).click();
    await expect(page).toHaveURL(/\/settings\/partners\/[\da-f-]{36}$/);
    await expect(page.getByRole("heading", { name: "Swift", exact: true })).toBeVisible();
    expect(server.calls.at(-1)!.headers).toMatchObject({ "x-dray-signature": expect.stringMatching(/^sha256=/) });
  });

  const dropoff = {
    address: { street: "Bredgade 1", postcode: "1260", city: "København", country: "DK" },
    position: { lat: 55.6832, lng: 12.5883 },
  };
  const pickup = { ...dropoff, position: { lat: 55.66, lng: 12.6 } };
  const delivery = { kind: "pair", externalId: "P-1", pickup, dropoff };
  await organization.call("order.create", { projectId, deliveries: [delivery] });
  const partnerUrl = page.url();

  await test.step("an order is handed over with its price seen before", async () => {
    await page.goto(`/orders?project=${projectId}`);
    await page.getByRole("button", { name: "P-1" }).click();
    await page.getByRole("button", { name: "Hand over to a partner…" }).click();
    const drawer = page.getByRole("dialog", { name: "Hand over to a partner" });
    await expect(drawer.getByText(/12[.,]34/)).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("quotes.png") });
    await drawer.getByRole("button", { name: "Hand over: Swift" }).click();
    await expect(page.getByRole("region", { name: "Partner" }).getByText("With it")).toBeVisible();
  });

  await test.step("what was said stands word for word; the order is among its assignments", async () => {
    await page.goto(`${partnerUrl}?tab=exchanges&kind=hand-over`);
    await page.getByRole("list", { name: "Exchanges" }).getByText("Offer").click();
    await expect(page.getByText("job-7")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("exchanges.png") });
    await page.goto(`${partnerUrl}?tab=work`);
    await expect(page.getByText("Order P-1")).toBeVisible();
    await page.goto("/settings/partners/performance?unit=week");
    await expect(page.getByRole("rowheader", { name: "Swift" })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("performance.png") });
  });

  await test.step("who says that it cannot be taken back is quoted, and may keep it", async () => {
    await page.goto(`/orders?project=${projectId}`);
    await page.getByRole("button", { name: "P-1" }).click();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
    const partner = page.getByRole("region", { name: "Partner" });
    await expect(partner.getByText("Swift says that it cannot be taken back")).toBeVisible();
    await expect(partner.getByText("The van is loaded.")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("refused.png") });
    await partner.getByRole("button", { name: "Leave it with Swift" }).click();
    await expect(partner.getByText("With it")).toBeVisible();
  });

  await test.step("taken back, it waits again; stopped while it is on offer, too; a twin's name is refused", async () => {
    Object.assign(cancel, { status: 200, body: {} });
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
    const handOver = page.getByRole("button", { name: "Hand over to a partner…" });
    await expect(handOver).toBeVisible();
    Object.assign(jobs, { status: 202, body: {} });
    await handOver.click();
    await page.getByRole("button", { name: "Hand over: Swift" }).click();
    await expect(page.getByText("Swift has it and will answer").filter({ visible: true }).first()).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("on-offer.png") });
    await page.getByRole("button", { name: "Stop offering it" }).click();
    await expect(handOver).toBeVisible();
    await page.goto("/settings/partners/new");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("swift");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByText("Another partner has this name.")).toBeVisible();
  });

  await test.step("the list on a phone, dark", async () => {
    await page.goto("/settings/partners");
    await expect(page.getByText("Answers")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("list.png") });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: test.info().outputPath("list-phone-dark.png") });
    await page.goto(`${partnerUrl}?tab=exchanges`);
    await expect(page.getByRole("list", { name: "Exchanges" }).getByText("Taking back").first()).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("exchanges-phone-dark.png") });
  });
  await server.close();
});
