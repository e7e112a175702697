import { DEFAULT_DELIVERY_POLICY } from "@/server/domain/policy/delivery-policy";
import type { MarkedIds } from "@/server/testing/marked-tenant";

/** Puts right what a schema's refinements ask beyond its shape, per procedure. */
type Refine = (sample: Record<string, unknown>, ids: MarkedIds) => unknown;

const words = { subject: "Soon", email: "Soon: {when}", sms: "Soon" };

const unsaved = { trial: null, key: null, seenAt: null };

const span = { from: new Date("2026-01-01T00:00:00Z"), before: new Date("2027-01-01T00:00:00Z") };

export const REFINED_INPUTS: Readonly<Record<string, Refine>> = {
  "apiAccess.change": (sample) => ({ ...sample, isSandbox: false, expiresAt: null }),
  "apiAccess.create": (sample) => ({ ...sample, kind: "key", partnerId: null, expiresAt: null }),
  "apiAccess.revoke": (sample) => ({ ...sample, isSandbox: false }),
  "apiAccess.rotate": (sample) => ({ ...sample, isSandbox: false }),
  "execution.report": (sample) => ({ ...sample, act: { ...(sample.act as object), type: "start-route" } }),
  "fleet.requestDocument": (sample) => ({ ...sample, file: { contentType: "image/jpeg" }, expiresOn: null }),
  "fleet.changeDocument": (sample) => ({ ...sample, expiresOn: null }),
  "mapAndTravel.saveGeocoder": () => ({ ...unsaved, source: { kind: "address-book" } }),
  "mapAndTravel.saveTravel": () => ({ ...unsaved, source: { kind: "estimate" } }),
  "mapAndTravel.saveMap": () => ({ source: null, seenAt: null }),
  "mapAndTravel.tryGeocoder": (sample) => ({ ...sample, source: { kind: "google" }, key: null }),
  "mapAndTravel.tryTravel": (sample) => ({ ...sample, source: { kind: "estimate" }, key: null }),
  "mapAndTravel.tryMap": () => ({ source: { kind: "none" } }),
  "organization.saveProfile": () => ({ profile: { name: "Other", language: null, brandColor: null }, seenAt: null }),
  "project.create": (sample) => ({ ...sample, brandColor: null }),
  "project.edit": (sample) => ({ ...sample, project: { ...(sample.project as object), brandColor: null } }),
  "notification.addOptOut": () => ({ channel: "email", address: "zanzibar@example.com" }),
  "notification.removeOptOut": () => ({ channel: "email", address: "zanzibar@example.com" }),
  "notification.savePolicy": () => ({ policy: {}, seenAt: null }),
  "notification.saveTemplate": () => ({ language: "en", template: { trigger: "near", ...words }, seenAt: null }),
  "order.create": (sample) => ({ ...sample, deliveries: [{ dropoff: { address: { street: "Sample 1" } } }] }),
  "order.edit": (sample) => ({ ...sample, changes: { notes: "changed" } }),
  "partner.connect": (sample) => ({ ...sample, connector: "tariff", settings: {}, secrets: {}, replaces: undefined }),
  "partner.createToken": (sample) => ({ ...sample, expiresAt: null }),
  "partner.performance": () => ({ unit: "day" }),
  "slot.reserve": (sample, { offerId }) => ({ ...sample, slot: `${offerId}.2026-03-02`, postcode: "08001" }),
  "slot.saveOffer": (sample, { offerId, zoneId }) => ({
    ...sample,
    id: offerId,
    offer: { ...(sample.offer as object), zoneId, fromSeconds: 0, toSeconds: 3600 },
  }),
  "slot.saveZone": (sample, { zoneId }) => ({ ...sample, id: zoneId }),
  "webhook.create": (sample) => ({ ...sample, url: "https://hooks.example.com/a", secret: "made" }),
  "webhook.countRange": (sample) => ({ ...sample, ...span }),
  "webhook.resendRange": (sample) => ({ ...sample, ...span }),
  "webhook.change": (sample) => ({ ...sample, url: "https://hooks.example.com/b" }),
  "policy.saveDelivery": () => ({ policy: DEFAULT_DELIVERY_POLICY, seenAt: null }),
  "policy.saveRetries": (sample) => ({
    ...sample,
    policy: { maxAttempts: 3, autoReturn: false, autoReturnAttempts: null },
    seenAt: null,
  }),
  "policy.saveRetention": () => ({ policy: { positionDays: 60, proofDays: 730 }, seenAt: null }),
  "tracking.savePolicy": () => ({ policy: {}, seenAt: null }),
};
