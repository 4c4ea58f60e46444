import type { IncidentLog } from "@ringfence/core/incidents";
import { JobCommand } from "@ringfence/core/jobs";
import type { IncidentSettings } from "@ringfence/core/on-call";
import {
  type AlertRecord,
  type IncidentMessage,
  type KeptNotice,
  type Looked,
  type RouterParts,
  routeIncidents,
} from "@ringfence/operations/incidents";
import { structuredLog } from "../../src/observability";
import { fakeClock, type Interrupts, interrupted, memoryJournal, memoryLeases } from "../../src/testing";
import type { WorkItems } from "../../src/work-items";
import { gateOf, job } from "../actions/gate-parts";
import { at } from "./alerts";

export const settings: IncidentSettings = {
  routes: [
    { name: "channel", kind: "teams", secret: "channel", severities: ["Sev0", "Sev1", "Sev2"] },
    { name: "pager", kind: "pagerduty", secret: "pager" },
  ],
  rotations: [
    {
      name: "second",
      people: ["ada", "grace"],
      handover: "weekly",
      startsOn: "2026-01-05",
      handoverAt: "09:00",
      timeZone: "UTC",
    },
  ],
  escalations: { Sev1: [{ tells: "the second on call", rotation: "second", routes: ["pager"] }] },
  maintenance: [],
  reviews: { held: [], calendar: { timeZone: "UTC" } },
  scope: "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims",
  runbooksUrl: "https://github.com/contoso/claims/blob/main/runbooks",
  service: "claims-assistant",
};

/** A router with everything in memory, what it told, and its only work item for each fingerprint. */
export function router(options: { settings?: IncidentSettings; dryRun?: boolean; interrupts?: Interrupts } = {}) {
  const { interrupts = () => undefined } = options;
  const clock = fakeClock(at(0));
  const { gate, audit, killSwitch, lines } = gateOf(JobCommand.RouteIncidents, job, { clock, dryRun: options.dryRun });
  const journal = memoryJournal<IncidentLog>();
  const notices = memoryJournal<KeptNotice>();
  const looks = memoryJournal<Looked>();
  const told: { route: string; message: IncidentMessage }[] = [];
  const items = new Map<string, "open" | "closed">();
  const broken = new Set<string>();
  let listed: readonly AlertRecord[] = [];
  const asked: Date[] = [];
  const workItems: WorkItems = {
    open: async ({ fingerprint }) => void items.set(fingerprint, "open"),
    close: async ({ fingerprint }) => {
      if (items.has(fingerprint)) items.set(fingerprint, "closed");
    },
  };
  const parts: RouterParts = {
    settings: options.settings ?? settings,
    ring: "prod",
    alerts: {
      changedSince: async function* (moment) {
        asked.push(moment);
        yield* listed.filter(
          ({ properties }) => Date.parse(properties.essentials.lastModifiedDateTime) >= moment.getTime(),
        );
      },
    },
    journal: interrupted("journal", journal, interrupts),
    notices,
    looks,
    leases: memoryLeases(clock),
    actions: interrupted("actions", gate, interrupts),
    courier: interrupted(
      "courier",
      {
        deliver: async (route: { name: string }, message: IncidentMessage) => {
          if (broken.has(route.name))
            throw new Error(`the route ${route.name} did not take a message: it answered 410`);
          told.push({ route: route.name, message });
        },
      },
      interrupts,
    ),
    workItems: interrupted("items", workItems, interrupts),
    clock,
    log: structuredLog(clock, [(line) => lines.push(JSON.stringify(line))]),
    correlation: "look",
  };
  return {
    parts,
    journal,
    notices,
    audit,
    killSwitch,
    told,
    items,
    broken,
    lines,
    asked,
    /** Looks at the alerts at a minute. */
    look: (minute: number, alerts: readonly AlertRecord[] = listed) => {
      listed = alerts;
      clock.step(at(minute));
      return routeIncidents(parts);
    },
    /** What was told, a line each. */
    said: () => told.map(({ route, message }) => `${route}: ${message.because} ${message.severity}`),
  };
}
