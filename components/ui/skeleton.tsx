import clsx from "clsx";

export type SkeletonProps = {
  /** Size and shape, e.g. "h-4 w-24". Give it the final height of what it stands for. */
  className?: string;
};

export function Skeleton({ className }: SkeletonProps) {
  return (
    <div aria-hidden="true" className={clsx("animate-shimmer rounded-sm bg-pressed", className ?? "h-4 w-full")} />
  );
}
