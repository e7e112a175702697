import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { DoorLinks } from "./door-links";
import { DoorMessages } from "./door-messages";
import { DoorTold } from "./door-told";
import { DoorWish } from "./door-wish";
import type { CustomerDoor as Door } from "./use-customer";

/** All that has passed between a door and its customer. */
export function CustomerDoor({ deliveryId, door, zone }: { deliveryId: string; door: Door; zone: string }) {
  const t = useWords("customer");
  return (
    <div className="flex flex-col gap-3">
      <DoorWish wish={door.wish} zone={zone} />
      <DoorTold told={door.told} zone={zone} />
      <Part title={t("messages")}>
        <DoorMessages deliveryId={deliveryId} door={door} zone={zone} />
      </Part>
      <Part title={t("links")}>
        <DoorLinks deliveryId={deliveryId} door={door} zone={zone} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-ink-muted">{title}</h4>
      {children}
    </section>
  );
}
