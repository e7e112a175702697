import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

const run = promisify(execFile);

/** A printed line, run as it stands: its status and its body. */
async function runLine(line: string): Promise<{ status: number; body: string }> {
  const { stdout } = await run("sh", ["-c", `${line} --silent --write-out '\\n%{http_code}'`]);
  const at = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) };
}

test("programs are let in: a key and its printed line, a client and its token, another secret, and out again", async ({
  page,
  organization,
}) => {
  await createProject(organization);
  await page.goto("/settings/api");
  const form = page.getByRole("dialog", { name: "Add access" });
  const shown = page.getByRole("dialog", { name: "For your program" });
  const said = (label: string) => shown.getByRole("status", { name: label, exact: true });
  const reveal = async (label: string) => {
    await shown.getByRole("button", { name: `Show ${label}`, exact: true }).click();
    return said(label).innerText();
  };
  const putAway = () => shown.getByRole("button", { name: "I have put it away" }).click();
  const open = (name: string) => page.getByRole("list", { name: "API access" }).getByRole("button", { name }).click();
  let line = "";

  await test.step("what cannot be is said; a double click makes one key", async () => {
    await page.getByRole("button", { name: "Add access" }).click();
    await form.getByRole("button", { name: "Create" }).click();
    await expect(form.getByText("Give it a name.")).toBeVisible();
    await form.getByRole("textbox", { name: "Name" }).fill("Web shop");
    await form.getByRole("textbox", { name: "Requests a minute" }).fill("a lot");
    await form.getByRole("button", { name: "Create" }).click();
    await expect(form.getByText(/Write a whole number/)).toBeVisible();
    await form.getByRole("textbox", { name: "Requests a minute" }).fill("600");
    await form.getByRole("button", { name: "Shop sends orders" }).click();
    await expect(form.getByRole("checkbox", { name: "Orders: Change" })).toBeChecked();
    await expect(form.getByRole("checkbox", { name: "Fleet: Read" })).not.toBeChecked();
    await expectAccessible(page, "the form");
    await form.getByRole("button", { name: "Create" }).dblclick();
    await expect(said("API key")).not.toContainText("dray_");
  });

  await test.step("the printed line works as it stands", async () => {
    line = await reveal("Try it");
    expect(line).toContain("Authorization: Bearer dray_live_");
    expect(await runLine(line)).toMatchObject({ status: 200 });
    await putAway();
    await expect(page.getByText("dray_live_", { exact: false }).filter({ hasText: "Bearer" })).toHaveCount(0);
    await expect(page.getByRole("list", { name: "API access" }).getByRole("listitem")).toHaveCount(1);
  });

  await test.step("given another secret, both work for a while", async () => {
    await open("Web shop");
    await page.getByRole("button", { name: "New secret" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "New secret" }).click();
    const other = await reveal("Try it");
    expect(other).not.toBe(line);
    expect([(await runLine(line)).status, (await runLine(other)).status]).toEqual([200, 200]);
    await putAway();
  });

  await test.step("renamed, and revoked: refused from the next request on", async () => {
    await open("Web shop");
    await page.getByRole("button", { name: "Change" }).click();
    const editor = page.getByRole("dialog", { name: /Change/ });
    await editor.getByRole("textbox", { name: "Name" }).fill("Old shop");
    await editor.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog", { name: "Old shop" })).toBeVisible();
    await page.getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("alertdialog")).toContainText("are refused from their next request on");
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("dialog", { name: "Old shop" }).getByText("Revoked").first()).toBeVisible();
    expect(await runLine(line)).toMatchObject({ status: 401 });
    await page.keyboard.press("Escape");
    await expect(page.getByText("There is none of these.")).toBeVisible();
    await page.getByRole("radio", { name: "Revoked" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Old shop" })).toBeVisible();
    await page.getByRole("radio", { name: "Active" }).click();
  });

  await test.step("an OAuth client gets a token, and uses it", async () => {
    await page.getByRole("button", { name: "Add access" }).click();
    await form.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: "OAuth client" }).click();
    await form.getByRole("textbox", { name: "Name" }).fill("Monthly figures");
    await form.getByRole("button", { name: "Read-only reporting" }).click();
    await form.getByRole("button", { name: "Create" }).click();
    const baseUrl = await said("Base URL").innerText();
    const secret = await reveal("Client secret");
    const given = await runLine(await reveal("Try it"));
    expect(given.status).toBe(200);
    const { access_token, expires_in, scope } = JSON.parse(given.body);
    expect(expires_in).toBe(3600);
    expect(scope).not.toContain("write");
    const asking = (token: string) =>
      page.request.get(`${baseUrl}/drivers?limit=1`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asking(access_token)).status()).toBe(200);
    expect((await asking(secret)).status()).toBe(401);
    await putAway();
    await expect(page.getByRole("listitem").filter({ hasText: "Monthly figures" })).toContainText(
      /OAuth client.*Last used/,
    );
  });

  await test.step("what there is to read is here", async () => {
    await expectAccessible(page, "the page");
    await expect(page.getByRole("link", { name: /^Reference of/ })).toHaveCount(5);
    const reference = page.getByRole("link", { name: "Reference of Last-Mile Orchestration API" });
    const answer = await page.request.get((await reference.getAttribute("href"))!);
    expect(await answer.text()).toContain("OAuth 2.0");
  });
});
