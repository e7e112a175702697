"use client";
import { Bell, BellRing } from "lucide-react";
import { setAlarm, useAlarm } from "@/components/lib/exceptions/exception-alarm";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";

/** Whether this browser calls when something critical comes up: by a notification, by a sound. Both are off until chosen. */
export function AlarmMenu() {
  const t = useWords("exceptions");
  const { notifies, sounds, isBlocked } = useAlarm();
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t("alarm.label")} size="sm" icon={notifies || sounds ? <BellRing /> : <Bell />} />}
      entries={[
        { type: "heading", id: "about", label: t("alarm.about") },
        {
          id: "notify",
          label: t(isBlocked ? "alarm.blocked" : "alarm.notify"),
          checked: notifies,
          disabled: isBlocked,
          onSelect: () => void setAlarm({ notifies: !notifies }),
        },
        {
          id: "sound",
          label: t("alarm.sound"),
          checked: sounds,
          onSelect: () => void setAlarm({ sounds: !sounds }),
        },
      ]}
    />
  );
}
