import {
  type AlertSignal,
  defaultIncidentRules,
  due,
  emptyLog,
  type IncidentLog,
  type IncidentRules,
  type PersonAct,
  type PersonSignal,
  receive,
  type Signal,
} from "@ringfence/core/incidents";

const START = Date.parse("2026-11-21T03:00:00Z");

/** A moment some minutes after three in the morning. */
export function at(minutes: number): Date {
  return new Date(START + minutes * 60_000);
}

export function fired(alertId: string, minutes: number, rest: Partial<AlertSignal> = {}): AlertSignal {
  return {
    kind: "alert",
    fingerprint: "f",
    alertId,
    severity: "Sev1",
    title: "callers are turned away",
    targets: ["/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a"],
    firedAt: at(minutes).toISOString(),
    ...rest,
  };
}

/** The same alert, gone. */
export function gone(signal: AlertSignal, minutes: number): AlertSignal {
  return { ...signal, resolvedAt: at(minutes).toISOString() };
}

export function person(alertId: string, act: PersonAct, minutes: number): PersonSignal {
  return { kind: "person", fingerprint: "f", alertId, act, by: "ada@contoso.example", at: at(minutes).toISOString() };
}

/** One signal heard at a minute, or only a look at the clock. */
export type Heard = readonly [minute: number, ...signals: Signal[]];

/** The log after everything that was heard, looked at after each. */
export function after(
  heard: readonly Heard[],
  rules: IncidentRules = defaultIncidentRules,
  log: IncidentLog = emptyLog("f"),
): IncidentLog {
  return heard.reduce((state, [minute, ...signals]) => {
    const now = at(minute);
    return due(
      signals.reduce((known, signal) => receive(known, signal, now, rules), state),
      now,
      rules,
    );
  }, log);
}

/** What the log asks for, in a few words each. */
export function asked(log: IncidentLog): string[] {
  return log.tasks.map(({ kind, occasion, severity, deadline, level }) =>
    [kind, occasion, deadline && `${severity} ${deadline} ${level}`].filter(Boolean).join(" "),
  );
}
