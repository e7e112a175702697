import { expect, test } from "vitest";
import { sharpPhotoLab } from "@/server/adapters/photo/sharp-photo-lab";
import type { Logo } from "@/server/domain/brand/logo";
import { sniffImage } from "@/server/domain/proof/sniff-image";
import type { JobPayload } from "@/server/jobs/catalog";
import { createProject } from "@/server/services/project/create-project";
import { makePicture } from "@/server/testing/make-picture";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testTenant } from "@/server/testing/test-tenant";
import { dropLogo } from "./drop-logo";
import { readLogo } from "./read-logo";
import { removeLogo } from "./remove-logo";
import { saveLogo } from "./save-logo";

test("mail programs read a logo as PNG, one from before there were any too", async () => {
  const blobs = memoryBlobStore();
  const tenant = await testTenant({ blobs, photos: sharpPhotoLab });
  const admin = tenant.context("admin");
  const { logoToken } = await saveLogo(admin, { bytes: await makePicture({ type: "image/webp" }) });
  const png = async () => readLogo(admin, { token: logoToken, format: "png" });
  const isPng = (bytes: Uint8Array | null) => bytes !== null && sniffImage(bytes) === "image/png";
  expect(isPng(await png())).toBe(true);
  const kept = [...blobs.blobs.keys()];
  expect(kept).toHaveLength(2);
  await blobs.delete(kept.find((key) => key.endsWith(".png"))!);
  expect(isPng(await png())).toBe(true);
  expect(await readLogo(admin, { token: "nobody’s", format: "png" })).toBeNull();
});

test("the files of a logo that was replaced or taken away go, those of one in use stay", async () => {
  const blobs = memoryBlobStore();
  const tenant = await testTenant({ blobs, photos: sharpPhotoLab });
  const admin = tenant.context("admin");
  const { id: projectId } = await createProject(admin, {
    name: "North",
    timeZone: "Europe/Madrid",
    defaultCountry: "ES",
    currency: "EUR",
  });
  const files = () => new Set([...blobs.blobs.keys()].map((key) => key.replace(/\.(png|webp)$/, "")));
  const picture = await makePicture({ type: "image/png" });
  await saveLogo(admin, { bytes: picture });
  await saveLogo(admin, { projectId, bytes: picture });
  await saveLogo(admin, { bytes: picture });
  await removeLogo(admin, { projectId });
  expect(files().size).toBe(3);
  const given = tenant.jobs.flatMap(({ name, payload }) =>
    name === "drop-logo" ? [payload as JobPayload<typeof name>] : [],
  );
  expect(given).toHaveLength(2);
  for (const { logo } of given) await dropLogo(tenant.systemContext(), { logo });
  expect(files().size).toBe(1);
  const [used] = await tenant.database.raw<{ logo: Logo }[]>`
    select logo from organization_profile where organization_id = ${tenant.organizationId}`;
  await dropLogo(tenant.systemContext(), used!);
  expect(files().size).toBe(1);
});

test("nobody changes another organization's project's logo, nor leaves a file behind by trying", async () => {
  const tenant = await testTenant({ blobs: memoryBlobStore(), photos: sharpPhotoLab });
  const project = { name: "North", timeZone: "Europe/Madrid", defaultCountry: "ES", currency: "EUR" };
  const { id: projectId } = await createProject(tenant.context("admin"), project);
  const blobs = memoryBlobStore();
  const stranger = (await testTenant({ blobs, photos: sharpPhotoLab })).context("admin");
  const bytes = await makePicture({ type: "image/png" });
  await expect(saveLogo(stranger, { projectId, bytes })).rejects.toMatchObject({ code: "not-found" });
  expect(blobs.blobs.size).toBe(0);
  await expect(removeLogo(stranger, { projectId })).rejects.toMatchObject({ code: "not-found" });
});
