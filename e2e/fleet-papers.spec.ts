import { type PackedBoard, unpackBoard } from "@/server/domain/plan/pack-board";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

const PDF = { name: "licence.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 a licence") };
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a driver's papers and own fields: asked for, kept, warned of, replaced and deleted", async ({
  page,
  organization,
}) => {
  const projectId = await createProject(organization);
  const shift = { shiftFromSeconds: 28_800, shiftToSeconds: 61_200 };
  const at = { lat: 41.38, lng: 2.17 };
  const van = { label: "Van 7", capacity: [900_000, 7_000_000, 200, 0], emissionGramsPerKm: 182 };
  const { id: vehicleId } = await organization.call<{ id: string }>("fleet.saveVehicle", { projectId, vehicle: van });
  const depot = { name: "North", address: { street: "Carrer del Bruc 1", city: "Barcelona" }, position: at };
  const { id: depotId } = await organization.call<{ id: string }>("fleet.createDepot", { projectId, depot });
  const anna = { name: "Anna Holm", email: "anna@example.com", vehicleId, depotId, ...shift };
  const { id: driverId } = await organization.call<{ id: string }>("fleet.saveDriver", { projectId, driver: anna });
  await organization.call("fleet.saveDriver", { projectId, driver: { name: "Bo Lind", ...shift } });

  await test.step("drivers get a field of their own, moved by keys without losing one's place", async () => {
    await page.goto("/settings/fields");
    await page
      .getByRole("radio", { name: "Drivers" })
      .or(page.getByRole("button", { name: "Drivers", exact: true }))
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    for (const label of ["Locker", "Shoe size"]) {
      await page.getByRole("button", { name: "Add a field" }).click();
      await dialog.getByRole("textbox", { name: "Label" }).fill(label);
      if (label === "Shoe size") {
        await dialog.getByRole("combobox", { name: "What it holds" }).click();
        await page.getByRole("option", { name: "Number" }).click();
        await dialog.getByRole("checkbox", { name: /Required/ }).click();
      }
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
    }
    const fields = page.getByRole("list", { name: "Fields of drivers" });
    await fields.getByRole("button", { name: "Move Shoe size up" }).press("Enter");
    await expect(fields.getByRole("listitem").first()).toContainText("Shoe size");
    await expect(fields.getByRole("button", { name: "Edit Shoe size" })).toBeFocused();
  });

  const drawer = page.getByRole("dialog", { name: "Anna Holm", exact: true });
  const papers = drawer.getByRole("list", { name: "Documents" });
  await test.step("the driver's form asks for it, and says what it cannot be", async () => {
    await page.goto("/drivers");
    await page.getByRole("button", { name: "Anna Holm" }).click();
    await drawer.getByRole("textbox", { name: "Shoe size" }).fill("large");
    await drawer.getByRole("button", { name: "Save driver" }).click();
    await expect(drawer.getByText("Write a number.")).toBeVisible();
    await drawer.getByRole("textbox", { name: "Shoe size" }).fill("44,5");
    await drawer.getByRole("button", { name: "Save driver" }).click();
    await expect(drawer).toBeHidden();
    await page.getByRole("button", { name: "Anna Holm" }).click();
    await expect(drawer.getByRole("textbox", { name: "Shoe size" })).toHaveValue("44.5");
  });

  const form = page.getByRole("dialog", { name: "Add a document" });
  await test.step("a paper that has expired, or is no file of a paper's, is refused", async () => {
    await drawer.getByRole("button", { name: "Add a document" }).click();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("alert").filter({ hasText: "Choose the document’s file." })).toBeVisible();
    await form.getByLabel("Number").fill("B 123");
    await form.getByLabel("Last day").fill(day(-3));
    await form.locator("input[type=file]").setInputFiles(PDF);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("This document has expired already.")).toBeVisible();
    await form.locator("input[type=file]").setInputFiles({ ...PDF, name: "notes.txt", mimeType: "text/plain" });
    await expect(form.getByRole("alert").filter({ hasText: "A document is a PDF" })).toBeVisible();
    await form.locator("input[type=file]").setInputFiles(PDF);
    await form.getByLabel("Last day").fill(day(10));
    await page.screenshot({ path: "test-results/look/document-dialog.png" });
    await form.getByRole("button", { name: "Save" }).click();
    await expect(papers.getByRole("listitem", { name: "Driving licence" })).toContainText("Expires soon");
    await expect(papers).toContainText("B 123");
  });

  await test.step("it can be read, and the list says that it has to be renewed", async () => {
    const [opened] = await Promise.all([
      page.context().waitForEvent("request", (request) => request.url().includes("/api/blobs/")),
      papers.getByRole("button", { name: "Driving licence", exact: true }).click(),
    ]);
    expect((await page.request.get(opened.url())).headers()["content-type"]).toBe("application/pdf");
    for (const each of page.context().pages()) if (each !== page) await each.close();
    await page.screenshot({ path: "test-results/look/driver-drawer.png" });
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row", { name: /Anna Holm/ })).toContainText("Driving licence until");
    await page.getByRole("button", { name: /1 with an expiring document/ }).click();
    await expect(page.getByText("Bo Lind")).toHaveCount(0);
    await page.screenshot({ path: "test-results/look/drivers.png" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look/drivers-phone.png" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("a day on which it will have expired can be sent, and says so before", async () => {
    const date = day(20);
    const door = {
      address: { street: "Carrer de la Marina 20", city: "Barcelona" },
      position: { lat: 41.4, lng: 2.19 },
    };
    const deliveries = [{ externalId: "A-1", serviceDate: date, dropoff: { ...door, contact: { name: "Eva" } } }];
    await organization.call("order.create", { projectId, deliveries });
    const { planId } = await organization.call<{ planId: string }>("plan.open", { projectId, date });
    await organization.call("plan.chooseDrivers", { planId, drivers: [{ driverId }] });
    const packed = await organization.call<PackedBoard>("plan.board", { planId }, "query");
    const { routes, pool } = unpackBoard(packed);
    const to = { kind: "best", routeId: routes[0]!.id };
    await organization.call("plan.moveStops", { planId, mutationId: `deal-${planId}`, visitIds: pool, to });
    await page.goto(`/plan/${date}`);
    await expect(page.getByText("CO₂")).toBeVisible();
    await page.getByRole("button", { name: /^Dispatch/ }).click();
    const dispatch = page.getByRole("dialog");
    const warning = dispatch.getByRole("status").filter({ hasText: "Documents expired by that day" });
    await expect(warning.getByRole("listitem")).toHaveText(/Anna Holm Driving licence, good until/);
    await page.screenshot({ path: "test-results/look/dispatch-expired.png" });
    await dispatch.getByRole("button", { name: "Dispatch 1 route" }).click();
    await expect(page.getByRole("list", { name: "Receipts" })).toBeVisible();
    await page.goto("/drivers");
  });

  await test.step("replaced by a new one, then deleted", async () => {
    await page.getByRole("button", { name: "Anna Holm" }).click();
    await papers.getByRole("button", { name: "Replace Driving licence" }).click();
    const replace = page.getByRole("dialog", { name: "Replace the document" });
    await replace.getByLabel("Last day").fill(day(900));
    await replace.locator("input[type=file]").setInputFiles(PDF);
    await replace.getByRole("button", { name: "Save" }).click();
    await expect(papers.getByText("Expires soon")).toHaveCount(0);
    await expect(papers.getByRole("listitem")).toHaveCount(1);
    await papers.getByRole("button", { name: "Delete Driving licence" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(drawer.getByText("No documents yet", { exact: false })).toBeVisible();
  });
});
