"use client";
import clsx from "clsx";
import {
  BookMarked,
  CalendarClock,
  CircleUser,
  FolderCog,
  FolderInput,
  History,
  ListPlus,
  MapPinned,
  MessageSquareText,
  Users,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { PageHeader } from "@/components/ui/page-header";

/** On a phone the places run out of the window: the current one is brought back into it. */
function bringIntoView(link: HTMLAnchorElement | null) {
  link?.scrollIntoView({ inline: "center", block: "nearest" });
}

interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Shows two things side by side. */
  readonly isWide?: boolean;
}

/** Settings with their own places: beside the content on a desk, above it on a phone. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useWords("settings");
  const pathname = usePathname();
  const mayAudit = useMay("audit.read");
  const mayRead = useMay("settings.read");
  const places: Place[] = [
    { href: "/settings", label: t("nav.project"), icon: <FolderCog aria-hidden="true" /> },
    { href: "/settings/tracking", label: t("nav.tracking"), icon: <MapPinned aria-hidden="true" />, isWide: true },
    {
      href: "/settings/messages",
      label: t("nav.messages"),
      icon: <MessageSquareText aria-hidden="true" />,
      isWide: true,
    },
    { href: "/settings/slots", label: t("nav.slots"), icon: <CalendarClock aria-hidden="true" />, isWide: true },
    { href: "/settings/fields", label: t("nav.fields"), icon: <ListPlus aria-hidden="true" /> },
    { href: "/settings/address-book", label: t("nav.addressBook"), icon: <BookMarked aria-hidden="true" /> },
    ...(mayRead
      ? [
          { href: "/settings/moving", label: t("nav.moving"), icon: <FolderInput aria-hidden="true" /> },
          { href: "/settings/webhooks", label: t("nav.webhooks"), icon: <Webhook aria-hidden="true" /> },
        ]
      : []),
    { href: "/settings/people", label: t("nav.people"), icon: <Users aria-hidden="true" /> },
    { href: "/settings/account", label: t("nav.account"), icon: <CircleUser aria-hidden="true" /> },
    ...(mayAudit
      ? [{ href: "/settings/activity", label: t("nav.activity"), icon: <History aria-hidden="true" /> }]
      : []),
  ];
  const isWide = places.some((place) => place.isWide && place.href === pathname);
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <nav
          aria-label={t("title")}
          className="flex shrink-0 gap-1 overflow-x-auto border-line border-b bg-surface px-3 py-1.5 [scrollbar-width:none] md:w-52 md:flex-col md:border-r md:border-b-0 md:p-3"
        >
          {places.map(({ href, label, icon }) => (
            <Link
              key={href}
              ref={pathname === href ? bringIntoView : undefined}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className={clsx(
                "flex h-8 shrink-0 items-center gap-2 rounded-md px-2.5 pointer-coarse:h-10 [&>svg]:size-4",
                pathname === href
                  ? "bg-accent-soft font-medium text-accent"
                  : "text-ink-muted hover:bg-hover hover:text-ink",
              )}
            >
              {icon}
              {label}
            </Link>
          ))}
        </nav>
        <div className="scroll-quiet relative min-h-0 min-w-0 flex-1">
          <div className={clsx("mx-auto flex flex-col gap-5 p-4 sm:p-6", isWide ? "max-w-290" : "max-w-200")}>
            {children}
          </div>
        </div>
      </div>
    </>
  );
}
