import type { RouteLook } from "@/server/domain/plan/route-look";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, inkOn, lineStyle, type MapTheme, routeHue } from "./route-palette";

export interface RouteSwatchProps extends RouteLook {
  readonly number: string;
  readonly theme: MapTheme;
  /** Rings the plate in the alert colour; say why in text beside it. */
  readonly alert?: boolean;
}

/** A route's look for lists and legends: a piece of its line with its number plate, as on the map. */
export function RouteSwatch({ number, hueIndex, styleIndex, theme, alert = false }: RouteSwatchProps) {
  const color = routeHue(theme, hueIndex);
  const style = lineStyle(styleIndex);
  const plate = Math.max(20, 10 + number.length * 7);
  const dashes = { solid: undefined, dash: "7 4", dot: "0.1 6", double: undefined, outlined: undefined }[style];
  const line = { x1: plate + 5, x2: plate + 29, y1: 10, y2: 10, stroke: color, strokeWidth: 4 };
  return (
    <svg width={plate + 33} height={20} viewBox={`0 0 ${plate + 33} 20`} aria-hidden="true" focusable="false">
      {style === "double" && (
        <>
          <line {...line} y1={7.5} y2={7.5} strokeWidth={2} />
          <line {...line} y1={12.5} y2={12.5} strokeWidth={2} />
        </>
      )}
      {style === "outlined" && <line {...line} stroke={INK_COLOR[theme]} strokeWidth={6.5} strokeLinecap="round" />}
      {style !== "double" && (
        <line {...line} strokeDasharray={dashes} strokeLinecap={style === "dash" ? "butt" : "round"} />
      )}
      <rect
        x={1}
        y={1}
        width={plate}
        height={18}
        rx={4}
        fill={color}
        stroke={alert ? ALERT_COLOR[theme] : CASING_COLOR[theme]}
        strokeWidth={alert ? 2 : 1.5}
      />
      <text
        x={1 + plate / 2}
        y={10}
        fill={inkOn(color)}
        fontSize={11}
        fontWeight={700}
        textAnchor="middle"
        dominantBaseline="central"
        style={{ fontVariantNumeric: "tabular-nums" }}
      >
        {number}
      </text>
    </svg>
  );
}
