"use client";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Drawer } from "@/components/ui/drawer";
import { KeyActions } from "./key-actions";
import { KeyBadge } from "./key-list";
import { type ApiKey, kindOf, type Partner, type ShownKey, scopeWords } from "./key-words";

export type KeyDrawerProps = {
  id: string | null;
  keys: readonly ApiKey[];
  partners: readonly Partner[];
  titleOf: (dialect: string | null) => string;
  onClose: () => void;
  onChanged: () => void;
  onSecret: (shown: ShownKey) => void;
};

/** One key: all that is known of it, and what can be done about it. */
export function KeyDrawer({ id, keys, partners, titleOf, onClose, onChanged, onSecret }: KeyDrawerProps) {
  const open = keys.find((key) => key.id === id);
  const [last, setLast] = useState<ApiKey>();
  if (open && open !== last) setLast(open);
  const key = open ?? last;
  const partner = partners.find((each) => each.id === key?.partnerId)?.name;
  return (
    <Drawer
      open={open !== undefined}
      onOpenChange={(next) => !next && onClose()}
      size="lg"
      title={<span className="break-words">{key?.name}</span>}
      description={key ? titleOf(key.dialect) : undefined}
    >
      {key ? (
        <div className="flex flex-col gap-5">
          <KeyDetails apiKey={key} partner={partner} />
          {key.revokedAt ? null : (
            <KeyActions
              key={key.id}
              apiKey={key}
              api={titleOf(key.dialect)}
              onChanged={onChanged}
              onSecret={onSecret}
            />
          )}
        </div>
      ) : null}
    </Drawer>
  );
}

function KeyDetails({ apiKey: key, partner }: { apiKey: ApiKey; partner: string | undefined }) {
  const t = useWords("settingsApiAccess");
  const at = (instant: Date) => t.format.instant(instant, browserTimeZone());
  const lines: (readonly [string, React.ReactNode])[] = [
    [t("state"), <KeyBadge key="state" apiKey={key} />],
    [t("kindOfAccess"), t(`kind.${kindOf(key)}`)],
    ...(partner ? [[t("partner"), partner] as const] : []),
    [t("begins"), <code key="begins">{key.prefix}…</code>],
    ...(key.scopes.length > 0 ? [[t("scopes"), scopeWords(t, key.scopes)] as const] : []),
    [t("createdBy"), t("byAt", { who: key.createdBy, time: at(key.createdAt) })],
    [t("lastUsed"), key.lastUsedAt ? at(key.lastUsedAt) : t("neverUsed")],
    [t("ends"), key.expiresAt ? at(key.expiresAt) : t("span.never")],
    ...(key.rotatedAt ? [[t("exchanged"), at(key.rotatedAt)] as const] : []),
    ...(key.previousUntil && key.previousUntil > new Date() && !key.revokedAt
      ? [[t("previousUntil"), at(key.previousUntil)] as const]
      : []),
    [t("limit"), key.requestsPerMinute ? t.format.count(key.requestsPerMinute) : t("noLimit")],
    ...(key.revokedAt ? [[t("shutAt"), at(key.revokedAt)] as const] : []),
  ];
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-1.5">
      {lines.map(([term, said]) => (
        <div key={term} className="contents">
          <dt className="text-ink-muted">{term}</dt>
          <dd className="min-w-0 break-words">{said}</dd>
        </div>
      ))}
    </dl>
  );
}
