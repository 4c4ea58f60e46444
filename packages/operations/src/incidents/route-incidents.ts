import { due, type IncidentLog, type IncidentRules, receive, type Signal } from "@ringfence/core/incidents";
import { type IncidentSettings, rulesOf } from "@ringfence/core/on-call";
import type { RingName } from "@ringfence/core/rings";
import type { Log } from "../observability";
import type { Actions, Clock, Journal, Leases } from "../ports";
import type { WorkItems } from "../work-items";
import type { AlertSource } from "./alert-record";
import { alertSignals } from "./alert-signals";
import type { Courier } from "./courier";
import { IncidentJournal } from "./incident-journal";
import { type LookSummary, measure } from "./measures";
import { type KeptNotice, noticeFingerprint, noticeSignal } from "./notice-signals";
import { doTask, type TaskOutcome } from "./task-work";

/** What a look at the alerts works with. */
export interface RouterParts {
  readonly settings: IncidentSettings;
  readonly ring: RingName;
  readonly alerts: AlertSource;
  readonly journal: Journal<IncidentLog>;
  /** What our own jobs have told, the newest of each fingerprint. */
  readonly notices: Journal<KeptNotice>;
  /** Until when the alerts have been looked at. */
  readonly looks: Journal<Looked>;
  readonly leases: Leases;
  readonly actions: Actions;
  readonly courier: Courier;
  readonly workItems: WorkItems | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly correlation: string;
}

/** When the alerts were last looked at from beginning to end. */
export interface Looked {
  readonly at: string;
}

/** What a look came to. */
export interface RouterResult extends LookSummary {
  /** False where another run was at it. */
  readonly looked: boolean;
  /** What could not be done, in sentences; it is tried again at the next look. */
  readonly failures: readonly string[];
  /** What was done, or would be in a dry run. */
  readonly tasks: readonly { readonly kind: string; readonly incident: string; readonly severity: string }[];
}

const LEASE = "incident-router";
const LEASE_MILLISECONDS = 5 * 60 * 1000;
const LAST_LOOK = "alerts";

/** An alert is listed some minutes after it fired, and clocks differ: what changed before the last look is read again. */
const OVERLAP_MILLISECONDS = 60 * 60 * 1000;

/** A first look, or one after a long silence, begins with what Azure still lists. */
const LONGEST_LIST_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

const nothing: LookSummary = { open: 0, opened: [], resolved: [], notTaken: [], reviewsOverdue: [] };

/**
 * One look: reads what has changed, brings every incident up to date, does what is due. A second run at the same time
 * finds the lease taken and does nothing. A crash anywhere leaves the tasks that are not confirmed to the next look.
 */
export async function routeIncidents(parts: RouterParts): Promise<RouterResult> {
  const { leases, correlation, actions } = parts;
  // A dry run writes nothing, so that it is in nobody's way.
  if (actions.dryRun) return look(parts, rulesOf(parts.settings));
  const lease = await leases.acquire(LEASE, correlation, LEASE_MILLISECONDS);
  if (lease === undefined) return { ...nothing, looked: false, failures: [], tasks: [] };
  try {
    return await look(parts, rulesOf(parts.settings));
  } finally {
    await leases.release(lease);
  }
}

async function look(parts: RouterParts, rules: IncidentRules): Promise<RouterResult> {
  const { settings, ring, clock, log, actions, looks, correlation, courier, workItems } = parts;
  const now = clock.now();
  const journal = await IncidentJournal.open(parts.journal, !actions.dryRun);
  const before = journal.logs;
  const last = await looks.read(LAST_LOOK);
  const heard = await hear(parts, journal, since(last?.value, now));
  for (const fingerprint of new Set([...before.map((known) => known.fingerprint), ...heard.keys()]))
    await journal.change(fingerprint, (known) => {
      const told = (heard.get(fingerprint) ?? []).reduce((all, signal) => receive(all, signal, now, rules), known);
      return due(told, now, rules);
    });
  if (!actions.dryRun) {
    const looked: Looked = { at: now.toISOString() };
    await (last ? looks.replace(last, looked) : looks.create(LAST_LOOK, looked));
  }
  const composition = { settings, ring, rules, now };
  const tools = { journal, actions, courier, workItems, composition, correlation, log };
  const outcomes: TaskOutcome[] = [];
  for (const { tasks, incidents } of journal.logs)
    for (const task of tasks) {
      const incident = incidents.find(({ id }) => id === task.incident);
      if (incident) outcomes.push(await doTask(task, incident, tools));
    }
  return {
    ...measure({ before, after: journal.logs, settings, rules, now, log }),
    looked: true,
    failures: outcomes.flatMap(({ failures }) => failures),
    tasks: outcomes.map(({ task: { kind, incident, severity } }) => ({ kind, incident, severity })),
  };
}

/** Everything that was heard since the last look, by the fingerprint that it belongs to. */
async function hear(
  { alerts, notices, ring }: RouterParts,
  journal: IncidentJournal,
  from: Date,
): Promise<Map<string, Signal[]>> {
  const heard = new Map<string, Signal[]>();
  const keep = (signal: Signal) => {
    const others = heard.get(signal.fingerprint);
    if (others) others.push(signal);
    else heard.set(signal.fingerprint, [signal]);
  };
  for await (const alert of alerts.changedSince(from)) alertSignals(alert, ring).forEach(keep);
  for await (const { value } of notices.entries()) {
    const signal = noticeSignal(value, journal.log(noticeFingerprint(value)));
    if (signal) keep(signal);
  }
  return heard;
}

function since(last: Looked | undefined, now: Date): Date {
  const longest = now.getTime() - LONGEST_LIST_MILLISECONDS;
  if (last === undefined) return new Date(longest);
  return new Date(Math.max(longest, Date.parse(last.at) - OVERLAP_MILLISECONDS));
}
