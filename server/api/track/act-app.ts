import "server-only";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { actWordsOf } from "@/server/domain/tracking/act-words";
import { CUSTOMER_ACTS, type CustomerAct } from "@/server/domain/tracking/customer-act";
import { ServiceError } from "@/server/services/kernel/service-error";
import { readActForm } from "@/server/services/tracking/read-act-form";
import { readPicture } from "@/server/services/tracking/read-picture";
import { actPage, proofPage } from "./act-page";
import { formSeal, GRANT_SECONDS, isProofGranted, isSame, proofGrant } from "./act-seal";
import { languageOf } from "./answer";
import { type Answer, openingFirst } from "./opening-first";
import { asCustomer, performAct } from "./perform-act";
import { keptFor, putSaid, takeSaid } from "./said-cookie";
import { isFromOurPage } from "./same-site";
import type { TrackAccess } from "./track-access";
import { plainPage } from "./track-document";
import type { TrackLimits } from "./track-limits";
import { notFoundPage } from "./track-page";

/** A page with a form runs no script, and shows pictures of ours only. */
const FORM_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const GRANT_NAME = "dray_proof";
const FIELDS: Readonly<Record<CustomerAct, readonly string[]>> = {
  instructions: ["text"],
  "safe-place": ["place", "detail"],
  reschedule: ["slot"],
  rate: ["stars", "comment"],
  proof: ["answer"],
};

/**
 * What a customer does on his page: forms that are posted, answered by a redirect and shown again with the reason where
 * they are refused. Reading any of it changes nothing (product.md §3: scanners open links before their readers do).
 */
export function createActApp(access: TrackAccess, limits: TrackLimits): Hono {
  const app = new Hono();
  const opening = (answer: Answer) =>
    openingFirst(access, limits, (context, token, opened) => {
      context.header("content-security-policy", FORM_POLICY);
      return answer(context, token, opened);
    });
  const path = `/track/:token/:act{${CUSTOMER_ACTS.join("|")}}`;
  app.get(path, opening(showForm(access)));
  app.post(path, opening(takeForm(access)));
  app.get("/track/:token/proof/:place{[1-9][0-9]?}", opening(showPicture(access)));
  return app;
}

function showForm({ sign }: TrackAccess): Answer {
  return async (context, token, { door, services }) => {
    const act = actOf(context);
    const { visitId, scope, linkId } = door;
    const language = languageOf(context);
    const form = await readActForm(asCustomer(services), { visitId, scope, act, language });
    const said = takeSaid(context, token);
    const last = said?.act === act ? said : null;
    const grant = getCookie(context, GRANT_NAME);
    const isShown = act === "proof" && form.refusal === null;
    if (isShown && isProofGranted(sign, linkId, grant, services.ports.clock.now().getTime())) {
      return context.html(proofPage(form, token));
    }
    return context.html(actPage(form, { token, act, seal: formSeal(sign, linkId), last }));
  };
}

function takeForm({ sign }: TrackAccess): Answer {
  return async (context, token, { door, services }) => {
    if (!isFromOurPage(context.req.raw, true)) {
      const language = languageOf(context) ?? "en";
      return context.html(plainPage(language, actWordsOf(language).otherSite), 403);
    }
    const act = actOf(context);
    const posted = new URLSearchParams(await context.req.text());
    const fields = Object.fromEntries(
      FIELDS[act].flatMap((name) => {
        const value = posted.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const isOurs = isSame(posted.get("seal") ?? "", formSeal(sign, door.linkId));
    const fault = isOurs ? await performAct(services, door, act, fields) : "stale-form";
    putSaid(context, token, { act, fault, fields: fault === null ? {} : fields });
    if (fault === null && act === "proof") {
      const secure = services.baseUrl.startsWith("https:");
      const grant = proofGrant(sign, door.linkId, services.ports.clock.now().getTime());
      setCookie(context, GRANT_NAME, grant, { ...keptFor(token), secure, maxAge: GRANT_SECONDS });
    }
    const isStaying = fault !== null || act === "proof";
    return context.redirect(isStaying ? `/track/${token}/${act}` : `/track/${token}`, 303);
  };
}

/** A picture for whoever has shown who he is; for everybody else there is none. */
function showPicture({ sign }: TrackAccess): Answer {
  return async (context, _token, { door, services }) => {
    const { visitId, scope, linkId } = door;
    const nowMs = services.ports.clock.now().getTime();
    const nothing = () => context.html(notFoundPage(languageOf(context) ?? "en"), 404);
    if (!isProofGranted(sign, linkId, getCookie(context, GRANT_NAME), nowMs)) return nothing();
    const place = Number(context.req.param("place")) - 1;
    const picture = await readPicture(asCustomer(services), { visitId, scope, place }).catch((error: unknown) => {
      if (error instanceof ServiceError && (error.code === "not-found" || error.code === "refused")) return null;
      throw error;
    });
    if (!picture) return nothing();
    const ending = picture.contentType.split("/")[1];
    const kept = context.req.query("save") === undefined ? "inline" : "attachment";
    return context.body(picture.bytes as Uint8Array<ArrayBuffer>, 200, {
      "content-type": picture.contentType,
      "content-disposition": `${kept}; filename="delivery-${place + 1}.${ending}"`,
      "content-security-policy": "default-src 'none'; sandbox",
    });
  };
}

function actOf(context: Context): CustomerAct {
  return context.req.param("act") as CustomerAct;
}
