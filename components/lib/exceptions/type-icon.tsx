import clsx from "clsx";
import {
  BatteryLow,
  CameraOff,
  CircleAlert,
  CircleX,
  Clock,
  FileX,
  Flag,
  Hourglass,
  ImageOff,
  LinkIcon,
  MapPinOff,
  PackageX,
  PenLine,
  SatelliteDish,
  StarHalf,
  TriangleAlert,
  UserX,
} from "lucide-react";
import type { ReactElement } from "react";
import type { ExceptionType, Severity } from "@/server/domain/exception/exception-type";

const ICONS: Readonly<Record<ExceptionType, ReactElement>> = {
  late: <Clock aria-hidden="true" />,
  "no-start": <Hourglass aria-hidden="true" />,
  "stale-gps": <SatelliteDish aria-hidden="true" />,
  "low-battery": <BatteryLow aria-hidden="true" />,
  "link-not-opened": <LinkIcon aria-hidden="true" />,
  declined: <UserX aria-hidden="true" />,
  "proof-missing": <CameraOff aria-hidden="true" />,
  "proof-rejected": <ImageOff aria-hidden="true" />,
  "proof-flagged": <Flag aria-hidden="true" />,
  "geocode-suspicious": <MapPinOff aria-hidden="true" />,
  "failed-stop": <CircleX aria-hidden="true" />,
  "low-rating": <StarHalf aria-hidden="true" />,
  "act-refused": <FileX aria-hidden="true" />,
  problem: <TriangleAlert aria-hidden="true" />,
  "address-issue": <MapPinOff aria-hidden="true" />,
  damaged: <PackageX aria-hidden="true" />,
  "driver-issue": <UserX aria-hidden="true" />,
  other: <PenLine aria-hidden="true" />,
};

/** The shape a kind of exception is known by. */
export function TypeIcon({ type }: { type: ExceptionType }) {
  return ICONS[type] ?? <CircleAlert aria-hidden="true" />;
}

/** The same on a tile of its own, loud only where somebody has to act at once; `className` gives its size. */
export function TypeTile({
  type,
  severity,
  className,
}: {
  type: ExceptionType;
  severity: Severity;
  className: string;
}) {
  return (
    <span
      className={clsx(
        "grid shrink-0 place-items-center rounded-md [&>svg]:size-4",
        severity === "critical" ? "bg-alert-soft text-alert" : "bg-hover text-ink-muted",
        className,
      )}
    >
      <TypeIcon type={type} />
    </span>
  );
}
