import { join } from "node:path";
import { heldReviews, type IncidentRoutingArgs } from "@ringfence/azure";

/**
 * Who hears of incidents besides the ring's receivers, and who is next when nobody has taken one in time. The channel's
 * address and the pager's key are secrets of the ring's vault, which whoever makes them puts there.
 */
export const incidents: Omit<IncidentRoutingArgs, "ring" | "jobs"> = {
  routes: [
    { name: "claims-channel", kind: "teams", secret: "claims-channel", severities: ["Sev0", "Sev1", "Sev2"] },
    { name: "pager", kind: "pagerduty", secret: "claims-pager", api: "https://events.eu.pagerduty.com" },
  ],
  rotations: [
    {
      name: "second",
      people: ["ada@contoso.example", "grace@contoso.example", "linus@contoso.example"],
      handover: "weekly",
      startsOn: "2026-01-05",
      handoverAt: "09:00",
      timeZone: "Europe/Amsterdam",
    },
  ],
  escalations: {
    Sev1: [
      { tells: "the second on call", rotation: "second", routes: ["pager"] },
      { tells: "the service owner", routes: ["pager", "claims-channel"] },
    ],
  },
  businessHours: { timeZone: "Europe/Amsterdam", holidays: ["2026-12-25", "2027-01-01"] },
  maintenance: [
    {
      name: "scanner",
      reason: "The scanner's vendor updates it on Tuesday nights, when no letters are scanned",
      weekly: { days: ["Tuesday"], from: "22:00", until: "00:30" },
      timeZone: "Europe/Amsterdam",
    },
  ],
  reviews: {
    held: heldReviews(join(__dirname, "..", "reviews")),
    calendar: { timeZone: "Europe/Amsterdam", holidays: ["2026-12-25", "2027-01-01"] },
  },
};
