"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Popover } from "@/components/ui/popover";
import { useBoard } from "../board-context";
import { Avatar } from "./avatar";
import { describeActivity } from "./describe-presence";
import { usePresentPeople } from "./use-presence";

const MOST_SHOWN = 3;

/** Who else has this plan open, as initials; opened, with what each has in hand. Nothing while one is alone. */
export function PresenceBar() {
  const people = usePresentPeople();
  const { board } = useBoard();
  const t = useWords("boardPresence");
  if (people.length === 0) return null;
  const numberOf = (routeId: string) => board.routes.find((route) => route.id === routeId)?.number;
  const label = t("alsoHere", { names: t.format.list(people.map((person) => person.name)) });
  return (
    <Popover
      align="end"
      title={t("alsoOnPlan")}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={label}
          data-testid="presence"
          className="flex h-8 items-center rounded-md px-1 hover:bg-hover data-popup-open:bg-pressed"
        >
          <span className="-space-x-1.5 flex">
            {people.slice(0, MOST_SHOWN).map(({ userId, name, leases }) => (
              <Avatar key={userId} name={name} isBusy={leases.length > 0} className="ring-2 ring-surface" />
            ))}
          </span>
          {people.length > MOST_SHOWN ? (
            <span className="ml-1 font-medium text-ink-muted text-sm tabular-nums">
              {t("more", { count: people.length - MOST_SHOWN })}
            </span>
          ) : null}
        </button>
      }
    >
      <ul className="flex flex-col gap-2">
        {people.map((person) => (
          <li key={person.userId} className="flex items-center gap-2.5">
            <Avatar name={person.name} isBusy={person.leases.length > 0} />
            <span className="min-w-0">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="block text-ink-muted text-sm">{describeActivity(t, person, numberOf)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
