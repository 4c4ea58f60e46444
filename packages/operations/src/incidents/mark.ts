import type { IncidentLog } from "@ringfence/core/incidents";
import { type PersonAct, receive } from "@ringfence/core/incidents";
import { type IncidentSettings, rulesOf } from "@ringfence/core/on-call";
import type { Journal } from "../ports";
import { IncidentJournal } from "./incident-journal";

/** What a person says of an incident. */
export interface Mark {
  readonly incident: string;
  readonly act: PersonAct;
  readonly by: string;
  readonly at: Date;
}

/** There is no such incident, or not any more. */
export class IncidentUnknown extends Error {
  constructor(incident: string, known: readonly string[]) {
    const others = known.length === 0 ? "none is known" : `known are ${known.join(", ")}`;
    super(`no incident ${incident}; ${others}`);
    this.name = "IncidentUnknown";
  }
}

/**
 * Notes that a person has taken, mitigated or closed an incident; Azure's alerts have no word for the second.
 * @throws IncidentUnknown
 */
export async function markIncident(
  journal: Journal<IncidentLog>,
  settings: IncidentSettings,
  { incident, act, by, at }: Mark,
  writes: boolean,
): Promise<void> {
  const logs = await IncidentJournal.open(journal, writes);
  const log = logs.logs.find(({ incidents }) => incidents.some(({ id }) => id === incident));
  const [alertId] = Object.keys(log?.incidents.find(({ id }) => id === incident)?.alerts ?? {});
  if (log === undefined || alertId === undefined)
    throw new IncidentUnknown(
      incident,
      logs.logs.flatMap(({ incidents }) => incidents.map(({ id }) => id)),
    );
  const { fingerprint } = log;
  const signal = { kind: "person", fingerprint, alertId, act, by, at: at.toISOString() } as const;
  await logs.change(fingerprint, (known) => receive(known, signal, at, rulesOf(settings)));
}
