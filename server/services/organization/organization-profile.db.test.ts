import { expect, test } from "vitest";
import { sharpPhotoLab } from "@/server/adapters/photo/sharp-photo-lab";
import { createTrackApp } from "@/server/api/track/track-app";
import { trackAccess } from "@/server/main/track-access";
import { editProject } from "@/server/services/project/edit-project";
import { listProjects } from "@/server/services/project/list-projects";
import { CALLER, followedDay } from "@/server/testing/followed-day";
import { makePicture } from "@/server/testing/make-picture";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testTenant } from "@/server/testing/test-tenant";
import { readOrganizationProfile } from "./read-organization-profile";
import { removeLogo } from "./remove-logo";
import { saveLogo } from "./save-logo";
import { saveOrganizationProfile } from "./save-organization-profile";

const PLAIN = { name: "Northwind", language: null, brandColor: null };

test("name, language and colour are saved in place of what was seen", async () => {
  const tenant = await testTenant();
  const admin = tenant.context("admin");
  const before = await readOrganizationProfile(tenant.context("viewer"), {});
  expect(before).toMatchObject({ name: "Test", language: null, brandColor: null, logoToken: null, changedAt: null });
  const profile = { name: " Northwind ", language: "es", brandColor: "#8A1538" } as const;
  const { changedAt } = await saveOrganizationProfile(admin, { profile, seenAt: null });
  expect(await readOrganizationProfile(admin, {})).toMatchObject({
    name: "Northwind",
    language: "es",
    brandColor: "#8a1538",
    changedAt,
  });
  const stale = { code: "stale", details: { reason: "settings-changed" } };
  await expect(saveOrganizationProfile(admin, { profile: PLAIN, seenAt: null })).rejects.toMatchObject(stale);
  const faint = { profile: { ...PLAIN, brandColor: "#ffd400" }, seenAt: changedAt };
  await expect(saveOrganizationProfile(admin, faint)).rejects.toMatchObject({ code: "invalid" });
  const dispatcher = tenant.context("dispatcher");
  await expect(saveOrganizationProfile(dispatcher, { profile: PLAIN, seenAt: changedAt })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a customer's page wears the logo, the name and the colour, and the project's own before them", async () => {
  const blobs = memoryBlobStore();
  const day = await followedDay();
  const { tenant } = day.scenario;
  const admin = tenant.context("admin", { blobs, photos: sharpPhotoLab });
  const core = { ...day.core, systemContext: () => tenant.systemContext({ blobs, photos: sharpPhotoLab }) };
  const app = createTrackApp(trackAccess(core));
  const page = async () => {
    const response = await app.request(`/track/${day.token}`, { headers: { ...CALLER, "accept-language": "de" } });
    return response.text();
  };
  expect(await page()).not.toContain("/track/logo/");
  const profile = { name: "Northwind", language: "es", brandColor: "#8a1538" } as const;
  await saveOrganizationProfile(admin, { profile, seenAt: null });
  const { logoToken } = await saveLogo(admin, { bytes: await makePicture({ type: "image/png" }) });
  const branded = await page();
  expect(branded).toContain(`<img class="logo" src="/track/logo/${logoToken}" alt="">`);
  expect(branded).toContain("<span>Northwind</span>");
  expect(branded).toContain('<html lang="es">');
  const style = /\/track\/assets\/brand-8a1538\.css/.exec(branded)![0];
  expect(await (await app.request(style)).text()).toContain("--accent:#8a1538");
  expect((await app.request("/track/assets/brand-ffd400.css")).status).toBe(404);
  const logo = await app.request(`/track/logo/${logoToken}`);
  expect(logo.headers.get("content-type")).toBe("image/webp");
  expect(logo.headers.get("content-security-policy")).toContain("sandbox");
  const [project] = await listProjects(admin, {});
  const { id, name, timeZone, defaultCountry, currency } = project!;
  const own = { brandName: "Aarhus Flowers", brandColor: "#1c59b4", language: "en" } as const;
  await editProject(admin, { id, project: { name, timeZone, defaultCountry, currency, ...own } });
  const projects = await page();
  expect(projects).toContain("<span>Aarhus Flowers</span>");
  expect(projects).toContain("brand-1c59b4.css");
  expect(projects).toContain('<html lang="en">');
  const projectLogo = await saveLogo(admin, { projectId: id, bytes: await makePicture({ type: "image/jpeg" }) });
  expect(await page()).toContain(`src="/track/logo/${projectLogo.logoToken}"`);
  const asPng = await app.request(`/track/logo/${projectLogo.logoToken}.png`);
  expect(asPng.headers.get("content-type")).toBe("image/png");
  expect((await app.request(`/track/logo/${projectLogo.logoToken}.svg`)).status).toBe(404);
  await removeLogo(admin, { projectId: id });
  expect(await page()).toContain(`src="/track/logo/${logoToken}"`);
  await removeLogo(admin, {});
  expect(await page()).not.toContain("/track/logo/");
  expect((await app.request(`/track/logo/${logoToken}`)).status).toBe(404);
});

test("what is no picture, or larger than a logo may be, is refused", async () => {
  const tenant = await testTenant({ blobs: memoryBlobStore(), photos: sharpPhotoLab });
  const admin = tenant.context("admin");
  const text = new TextEncoder().encode("<svg onload='alert(1)'></svg>");
  const refused = { code: "invalid", details: { reason: "logo-type" } };
  await expect(saveLogo(admin, { bytes: text })).rejects.toMatchObject(refused);
  const torn = (await makePicture({ type: "image/png" })).slice(0, 200);
  await expect(saveLogo(admin, { bytes: torn })).rejects.toMatchObject(refused);
  await expect(saveLogo(admin, { bytes: new Uint8Array(3_000_001) })).rejects.toMatchObject({ code: "too-large" });
});
