import clsx from "clsx";
import { initialsOf } from "@/server/domain/plan/plan-presence";

export interface AvatarProps {
  readonly name: string;
  /** Has something in hand: filled, not only outlined. */
  readonly isBusy?: boolean;
  readonly size?: "sm" | "md";
  readonly className?: string;
}

/** A person as their initials; whoever shows it also says the name. */
export function Avatar({ name, isBusy = false, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "grid shrink-0 select-none place-items-center rounded-full font-semibold tracking-tight",
        size === "sm" ? "size-5 text-[0.625rem]" : "size-6 text-xs",
        isBusy ? "bg-accent text-accent-ink" : "bg-accent-soft text-accent",
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
