import {
  BookMarked,
  Building2,
  CalendarClock,
  CircleUser,
  FolderCog,
  FolderInput,
  Handshake,
  History,
  KeyRound,
  ListPlus,
  type LucideIcon,
  Map as MapIcon,
  MapPinned,
  MessageSquareText,
  Scale,
  ShieldCheck,
  Users,
  Webhook,
} from "lucide-react";
import type { English } from "@/components/messages/catalogue";
import type { Permission } from "@/server/domain/access/permissions";

type SettingsWord<Prefix extends string> = Extract<keyof English["settings"], `${Prefix}.${string}`>;

/** One page of the settings. */
export interface SettingsPlace {
  readonly word: SettingsWord<"nav">;
  readonly href: string;
  readonly icon: LucideIcon;
  /** Who may not is not shown the way. */
  readonly needs?: Permission;
  /** Shows two things side by side. */
  readonly isWide?: boolean;
}

/** Places of one concern. */
export interface SettingsGroup {
  readonly word: SettingsWord<"group">;
  readonly places: readonly SettingsPlace[];
}

/** Every page of the settings, by what a person comes to change. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    word: "group.company",
    places: [
      { word: "nav.organization", href: "/settings/organization", icon: Building2, needs: "settings.read" },
      { word: "nav.project", href: "/settings", icon: FolderCog },
      { word: "nav.policies", href: "/settings/policies", icon: Scale, needs: "settings.read" },
      { word: "nav.fields", href: "/settings/fields", icon: ListPlus },
      { word: "nav.mapAndTravel", href: "/settings/map-and-travel", icon: MapIcon, needs: "settings.read" },
      { word: "nav.addressBook", href: "/settings/address-book", icon: BookMarked },
    ],
  },
  {
    word: "group.customers",
    places: [
      { word: "nav.tracking", href: "/settings/tracking", icon: MapPinned, isWide: true },
      { word: "nav.messages", href: "/settings/messages", icon: MessageSquareText, isWide: true },
      { word: "nav.slots", href: "/settings/slots", icon: CalendarClock, isWide: true },
    ],
  },
  {
    word: "group.connections",
    places: [
      { word: "nav.apiAccess", href: "/settings/api", icon: KeyRound, needs: "members.manage" },
      { word: "nav.partners", href: "/settings/partners", icon: Handshake, needs: "fleet.read", isWide: true },
      { word: "nav.webhooks", href: "/settings/webhooks", icon: Webhook, needs: "settings.read" },
      { word: "nav.moving", href: "/settings/moving", icon: FolderInput, needs: "settings.read" },
    ],
  },
  {
    word: "group.people",
    places: [
      { word: "nav.people", href: "/settings/people", icon: Users },
      { word: "nav.roles", href: "/settings/roles", icon: ShieldCheck, needs: "members.manage", isWide: true },
      { word: "nav.account", href: "/settings/account", icon: CircleUser },
      { word: "nav.activity", href: "/settings/activity", icon: History, needs: "audit.read" },
    ],
  },
];

/** The page a path is in: its own, or the one it lies below. The first page is only itself. */
export function placeAt(pathname: string): SettingsPlace | undefined {
  const places = SETTINGS_GROUPS.flatMap((group) => group.places);
  return (
    places.find(({ href }) => href === pathname) ??
    places.find(({ href }) => href !== "/settings" && pathname.startsWith(`${href}/`))
  );
}

/** What somebody who may do this is shown; a group with nothing in it is not. */
export function groupsFor(may: (permission: Permission) => boolean): readonly SettingsGroup[] {
  return SETTINGS_GROUPS.map(({ word, places }) => ({
    word,
    places: places.filter(({ needs }) => !needs || may(needs)),
  })).filter(({ places }) => places.length > 0);
}
