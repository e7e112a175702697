import { LOGO_FORMATS, type Logo, type LogoFormat } from "@/server/domain/brand/logo";

/** Where a logo is kept. */
export function logoKey(organizationId: string, { file, sha256 }: Logo, format: LogoFormat): string {
  return `${organizationId}/brand/${file ?? sha256}.${format}`;
}

/** All files there may be of it. */
export function logoKeys(organizationId: string, logo: Logo): string[] {
  return LOGO_FORMATS.map((format) => logoKey(organizationId, logo, format));
}
