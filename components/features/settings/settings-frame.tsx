"use client";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { usePermissions } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { PageHeader } from "@/components/ui/page-header";
import { groupsFor, placeAt, type SettingsGroup, type SettingsPlace } from "./settings-places";

/** Settings with their own places: beside the content on a desk, folded above it on a phone. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useWords("settings");
  const pathname = usePathname();
  const permissions = usePermissions();
  const groups = groupsFor((permission) => permissions.has(permission));
  const current = placeAt(pathname);
  const list = <PlaceList groups={groups} current={current} />;
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <nav
          aria-label={t("title")}
          className="scroll-quiet hidden w-52 shrink-0 border-line border-r bg-surface p-3 md:block"
        >
          {list}
        </nav>
        <nav aria-label={t("title")} className="shrink-0 border-line border-b bg-surface md:hidden">
          {/* Another page's list begins folded. */}
          <details key={pathname} className="group">
            <summary className="flex h-11 cursor-pointer list-none items-center gap-2 px-4 font-medium [&::-webkit-details-marker]:hidden [&>svg]:size-4">
              {current ? <current.icon aria-hidden="true" /> : null}
              {current ? t(current.word) : t("title")}
              <ChevronDown aria-hidden="true" className="ml-auto text-ink-muted group-open:rotate-180" />
            </summary>
            <div className="scroll-quiet max-h-[60dvh] border-line border-t p-3">{list}</div>
          </details>
        </nav>
        <div className="scroll-quiet relative min-h-0 min-w-0 flex-1">
          <div className={clsx("mx-auto flex flex-col gap-5 p-4 sm:p-6", current?.isWide ? "max-w-290" : "max-w-200")}>
            {children}
          </div>
        </div>
      </div>
    </>
  );
}

function PlaceList({ groups, current }: { groups: readonly SettingsGroup[]; current: SettingsPlace | undefined }) {
  const t = useWords("settings");
  return (
    <div className="flex flex-col gap-4">
      {groups.map(({ word, places }) => (
        <section key={word} className="flex flex-col gap-0.5">
          <h2 className="px-2.5 pb-1 font-medium text-ink-muted text-xs">{t(word)}</h2>
          {places.map((place) => (
            <PlaceLink key={place.href} place={place} isCurrent={place.href === current?.href} />
          ))}
        </section>
      ))}
    </div>
  );
}

function PlaceLink({ place: { href, icon: Icon, word }, isCurrent }: { place: SettingsPlace; isCurrent: boolean }) {
  const t = useWords("settings");
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "flex h-8 shrink-0 items-center gap-2 rounded-md px-2.5 pointer-coarse:h-10 [&>svg]:size-4",
        isCurrent ? "bg-accent-soft font-medium text-accent" : "text-ink-muted hover:bg-hover hover:text-ink",
      )}
    >
      <Icon aria-hidden="true" />
      {t(word)}
    </Link>
  );
}
