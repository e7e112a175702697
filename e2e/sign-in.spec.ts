import type { Browser, BrowserContext } from "@playwright/test";
import { newestMail } from "./fixtures/mail-folder";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";
import { expectCredentialsRefused, sendSignIn, signIn } from "./pages/sign-in-page";

test("a wrong password says so, and the right one still opens the desk", async ({ page, organization }) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await sendSignIn(page, organization.email, "not the password");
  await expectCredentialsRefused(page);
  await sendSignIn(page, "nobody-at-all@example.com", organization.password);
  await expectCredentialsRefused(page);
  await sendSignIn(page, organization.email, organization.password);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
});

test("signed out, every page leads to signing in and back to itself", async ({ page, organization }) => {
  await createProject(organization);
  await page.context().clearCookies();
  for (const asked of [
    "/",
    "/plan",
    "/plan/2026-03-02",
    "/orders",
    "/orders/import",
    "/orders/addresses",
    "/drivers",
    "/vehicles",
    "/depots",
    "/outbox",
    "/ratings",
    "/reports",
    "/settings",
    "/settings/people",
    "/settings/activity",
  ]) {
    const answer = await page.request.get(asked);
    expect(new URL(answer.url()).pathname, asked).toBe("/sign-in");
  }
  await page.goto("/drivers?sort=name");
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await sendSignIn(page, organization.email, organization.password);
  await expect(page).toHaveURL(/\/drivers\?sort=name$/);
});

test("no address leads to another site after signing in", async ({ page, organization, baseURL }) => {
  await createProject(organization);
  for (const foreign of ["https://evil.example/plan", "//evil.example/plan", "/\\evil.example/plan"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(foreign)}`);
    await sendSignIn(page, organization.email, organization.password);
    await expect(page, foreign).toHaveURL(new RegExp(`^${baseURL}/plan`));
  }
});

test("signing out ends the session: neither the back button nor the old cookie shows anything", async ({
  page,
  organization,
  browser,
}) => {
  const projectId = await createProject(organization);
  const name = "Somebody Nobody May See";
  const dropoff = { address: { street: "Carrer d'Aragó 255" }, contact: { name } };
  await organization.call("order.create", { projectId, deliveries: [{ dropoff }] });
  await page.goto("/orders");
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /^Account: / }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(name)).toHaveCount(0);

  const thief = await contextWith(browser, cookies);
  await expectSignedOut(thief);
  await thief.close();
});

test("a forgotten password is set anew by mail; the old one and old sessions are gone", async ({
  page,
  organization,
  browser,
}) => {
  await createProject(organization);
  const elsewhere = await contextWith(browser, await page.context().cookies());
  const there = await elsewhere.newPage();
  await there.goto("/orders");
  await expect(there.getByRole("navigation", { name: "Main" })).toBeVisible();
  await page.context().clearCookies();

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  // Both pages have a field of this name: until the second one stands, the first one's would be filled in.
  await expect(page.getByRole("button", { name: "Send the link" })).toBeVisible();
  await page.getByLabel("E-mail").fill(organization.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status").filter({ hasText: organization.email })).toBeVisible();
  const reset = /https?:\/\/\S*reset-password\S*/;
  const link = reset.exec(await newestMail(organization.email, reset))![0];

  await page.goto(link);
  const renewed = `${organization.password} anew`;
  await page.getByLabel("New password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("New password", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New password", { exact: true }).fill(renewed);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: "Password changed" })).toBeVisible();

  await expectSignedOut(elsewhere);
  await there.goto("/orders");
  await expect(there).toHaveURL(/\/sign-in/);
  await elsewhere.close();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Link expired" })).toBeVisible();
  await page.goto("/sign-in");
  await sendSignIn(page, organization.email, organization.password);
  await expectCredentialsRefused(page);
  await signIn(page, organization.email, renewed);
});

test("a reset asked for an address nobody has answers in the same words", async ({ page }) => {
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill("nobody-at-all@example.com");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "If nobody-at-all@example.com has an account" }),
  ).toBeVisible();
});

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

async function contextWith(browser: Browser, cookies: Cookies): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  return context;
}

async function expectSignedOut(context: BrowserContext): Promise<void> {
  const answer = await context.request.get("/api/trpc/project.list", {
    params: { input: JSON.stringify({ json: {} }) },
  });
  expect(answer.status()).toBe(401);
}
