import { logoPath } from "@/server/domain/brand/logo";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";

/** For whom the route is driven, as its customers know it. Without network the name alone. */
export function RunBrand({ brand }: Pick<RouteSheet, "brand">) {
  if (!brand) return null;
  return (
    <p className="mb-2 flex items-center gap-2 font-medium text-ink-muted text-md">
      {brand.logoToken ? (
        // biome-ignore lint/performance/noImgElement: it is the organization's own file, already small
        <img
          src={logoPath(brand.logoToken)}
          alt=""
          className="max-h-8 max-w-32 rounded-sm bg-white object-contain p-0.5"
        />
      ) : null}
      <span className="min-w-0 truncate">{brand.name}</span>
    </p>
  );
}
