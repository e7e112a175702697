"use client";
import { Check, Minus } from "lucide-react";
import { Fragment } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { roleLabel } from "../people/role-words";
import { RIGHTS_BY_AREA } from "./rights";

export type Role = RouterOutput["role"]["list"][number];

/** What each role may, a right a line. */
export function RoleMatrix({ roles }: { roles: readonly Role[] }) {
  const t = useWords("settingsPeople");
  const settings = useWords("settings");
  return (
    // Scrolls sideways on a phone; the keyboard reaches it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={t("roles.matrix")} tabIndex={0} className="-mx-4 overflow-x-auto sm:-mx-5">
      <table className="w-full min-w-160 border-collapse text-left">
        <thead>
          <tr className="border-line border-b align-bottom">
            <th scope="col" className="sticky left-0 bg-surface px-4 py-2 font-medium text-ink-muted sm:px-5">
              {t("roles.right")}
            </th>
            {roles.map(({ name, members }) => (
              <th key={name} scope="col" className="px-2 py-2 text-center font-medium">
                {roleLabel(settings, name)}
                <span className="block whitespace-nowrap font-normal text-ink-muted text-sm">
                  {t("roles.members", { count: members })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RIGHTS_BY_AREA.map(({ area, rights }) => (
            <Fragment key={area}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={roles.length + 1}
                  className="px-4 pt-3 pb-1 font-semibold text-ink-muted text-sm sm:px-5"
                >
                  {t(`area.${area}`)}
                </th>
              </tr>
              {rights.map((right) => (
                <tr key={right} className="border-line border-b last:border-b-0">
                  <th scope="row" className="sticky left-0 bg-surface px-4 py-1.5 font-normal sm:px-5">
                    {t(`right.${right}`)}
                  </th>
                  {roles.map(({ name, permissions }) => (
                    <Cell key={name} isGiven={permissions.includes(right)} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ isGiven }: { isGiven: boolean }) {
  const t = useWords("settingsPeople");
  const Icon = isGiven ? Check : Minus;
  return (
    <td className="px-2 py-1.5 text-center">
      <Icon aria-hidden="true" className={isGiven ? "mx-auto size-4 text-ok" : "mx-auto size-4 text-ink-muted"} />
      <VisuallyHidden>{t(isGiven ? "roles.yes" : "roles.no")}</VisuallyHidden>
    </td>
  );
}
