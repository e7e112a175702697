import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";
import { sendSignIn } from "./pages/sign-in-page";

const settingsNav = (page: Page) => page.getByRole("navigation", { name: /^(Settings|Ajustes)$/ });

test("a member's language, clock and units hold on every screen", async ({ page, organization }) => {
  const day = await planDay(organization);

  await test.step("chosen in the settings, seen at once", async () => {
    await page.goto("/settings/account");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await choose(page, "Language", "Español");
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(settingsNav(page)).toHaveAccessibleName("Ajustes");
    await choose(page, "Reloj", "12 horas");
    await choose(page, "Distancias", "Millas");
    const example = page.getByText(/^Así se leen las horas/);
    await expect(example).toContainText(/2:30\sp\.\sm\./);
    await expect(example).toContainText(/7,7\smi/);
    await expectAccessible(page);
  });

  await test.step("the board speaks it", async () => {
    const plan = new PlanPage(page);
    await page.goto(`/plan/${day.date}`);
    await expect(page.getByRole("navigation", { name: "Principal" })).toBeVisible();
    await expect(page).toHaveTitle(/Plan · Dray/);
    await page.locator('[data-drop-kind="route"][data-route-number="1"]').click();
    await plan.page.keyboard.press("ArrowRight");
    await page.locator('[data-visit-id][data-route-number="1"]').first().click();
    const inspector = page.locator("aside").filter({ hasText: /mi/ });
    await expect(inspector).toContainText(/\d(,\d)?\s(mi|ft)/);
    await expect(inspector).toContainText(/\d{1,2}:\d{2}\s[ap]\.\sm\./);
    await expect(page.getByRole("status", { name: "Avisos del tablero" })).toBeAttached();
    await expectAccessible(page);
  });

  await test.step("so does what the server says: what was done, and what is refused", async () => {
    await page.getByRole("button", { name: "Historial" }).click();
    const history = page.getByRole("dialog", { name: "Historial" });
    await expect(history.getByText("Planificar 6 paradas en la ruta 3")).toBeVisible();
    await expect(history.getByText(/Plan|stops/).filter({ hasNotText: "Planificar" })).toHaveCount(0);
    await page.goto(`/orders/import/${day.planId}`);
    await expect(page.getByText("Esa importación ya no existe.")).toBeVisible();
  });

  await test.step("orders and their dialogs speak it", async () => {
    await page.goto("/orders");
    await expect(page.getByRole("heading", { name: "Pedidos", level: 1 })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Franjas" })).toBeVisible();
    await page.getByRole("button", { name: /Nuevo pedido/ }).click();
    const form = page.getByRole("dialog", { name: "Nuevo pedido" });
    await form.getByRole("button", { name: /Guardar el pedido/ }).click();
    await expect(form.getByText("Escriba la calle y el número.")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    for (const [path, heading] of [
      ["/drivers", "Conductores"],
      ["/vehicles", "Vehículos"],
      ["/depots", "Centros"],
      ["/outbox", "Mensajes"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    }
  });
});

test("they are kept with the member, not with the browser", async ({ page, browser, organization }) => {
  await organization.call("preference.save", { language: "es", hourCycle: "12", theme: "dark" });
  await page.goto("/settings/account");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("combobox", { name: "Reloj" })).toHaveText(/12 horas/);
  const elsewhere = await browser.newContext({ locale: "en-GB" });
  const other = await elsewhere.newPage();
  await other.goto("/sign-in");
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await sendSignIn(other, organization.email, organization.password);
  await expect(other.getByRole("navigation", { name: "Principal" })).toBeVisible();
  await expect(other.locator("html")).toHaveAttribute("lang", "es");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await elsewhere.close();
});

test("before anybody signs in the browser's language decides", async ({ browser }) => {
  const spanish = await browser.newContext({ locale: "es-MX" });
  const page = await spanish.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page).toHaveTitle("Iniciar sesión · Dray");
  await spanish.close();
});

/** Picks one choice of a list and waits until the server has it. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().includes("preference.save") && response.ok());
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await saved;
}
