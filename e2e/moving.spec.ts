import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

const JOB = {
  job_id: "j",
  scheduled_date: "2031-03-03",
  stops: [
    {
      external_stop_id: "ORD-1",
      address: "Carrer d'Aragó 255, 08007 Barcelona",
      latitude: 41.3917,
      longitude: 2.1649,
      label: "Núria Roca",
      parcel_count: 2,
      colour: "red",
    },
    { external_stop_id: "ORD-2", address: "Carrer d'Aragó 1", latitude: 95, longitude: 2.16, label: "Joan Puig" },
  ],
};

test("somebody moves here: credentials for his program, and his orders by way of what was understood", async ({
  page,
  organization,
}) => {
  await createProject(organization);
  await page.goto("/settings/moving");
  await page.getByRole("combobox", { name: /System you come from/ }).click();
  await page.getByRole("option", { name: "RouteMate Integration API" }).click();
  await page.getByRole("button", { name: "Make credentials" }).click();
  const shown = (label: string) => page.getByRole("status", { name: label, exact: true });
  await expect(shown("client_secret")).not.toContainText("rm_cs_");
  await page.getByRole("button", { name: "Show client_secret" }).click();
  await expect(shown("client_secret")).toContainText("rm_cs_");
  const baseUrl = await shown("Base URL").innerText();
  expect(new URL(baseUrl).pathname).toBe("/routemate/v1");
  const credentials = {
    client_id: await shown("client_id").innerText(),
    client_secret: await shown("client_secret").innerText(),
  };
  const answer = await page.request.post(`${new URL(page.url()).origin}/routemate/v1/integration-token`, {
    data: credentials,
  });
  expect(await answer.json()).toMatchObject({ token_type: "Bearer" });

  await page.getByRole("textbox", { name: "Or paste it" }).fill(JSON.stringify(JOB));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("2 orders understood").first()).toBeVisible();
  await expect(page.getByText("2 orders understood").first()).toBeFocused();
  await expect(page.getByText("Left out: colour")).toBeVisible();
  await expect(page.getByRole("region", { name: "What is wrong" })).toContainText(/Line 2.*Latitude/);
  await page.getByRole("button", { name: "Bring in 2 orders" }).click();
  await expect(page).toHaveURL(/\/orders\/import\/[0-9a-f-]{36}/);
  await expect(page.getByText("routemate-orders.csv").first()).toBeVisible();
});
