import { expect, type Page } from "@playwright/test";

/** Fills in the form that is open and sends it. */
export async function sendSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** What the form says of a wrong pair. Named by its words: the page's announcer of routes is an alert too. */
export async function expectCredentialsRefused(page: Page): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: "E-mail and password do not match" })).toBeVisible();
}

/** Signs in through the form and waits for the desk. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await sendSignIn(page, email, password);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}
