import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import type { Ring } from "@ringfence/core/rings";
import { type Severity, severityNames } from "@ringfence/core/severities";
import { type OnCallArgs, type ReceiverArgs, receiversOf } from "./on-call";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LOGIC_APP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Logic\/workflows\/[^/]+$/i;

type ReceiverKind = keyof ReceiverArgs;

/** What an action group takes of each kind (azure-docs azure-monitor service limits, 2025-02). */
const limits: Record<ReceiverKind, number> = { email: 1000, webhook: 10, logicApp: 10, azureApp: 10, sameAs: 0 };
const kinds = Object.keys(limits) as ReceiverKind[];

/** Everything wrong with the receivers of alerts; `ring` is undefined when its name is wrong already. */
export function onCallProblems(onCall: OnCallArgs | undefined, ring: Ring | undefined): Problem[] {
  const given = onCall ?? {};
  const unknown = Object.keys(given)
    .filter((key) => !severityNames.some((severity) => severity === key))
    .map((key) => ({ path: key, problem: notOneOf(key, severityNames) }));
  const perSeverity = severityNames.flatMap((severity) => under(severity, severityProblems(given, severity)));
  return [...unknown, ...perSeverity, ...missingReceivers(given, ring)];
}

function severityProblems(onCall: OnCallArgs, severity: Severity): Problem[] {
  const receivers: unknown = onCall[severity];
  if (receivers === undefined) return [];
  if (!Array.isArray(receivers)) {
    const instead = severityNames.some((name) => name === receivers)
      ? `[{ sameAs: "${receivers}" }]`
      : '[{ email: "…" }]';
    return [{ path: "", problem: `${JSON.stringify(receivers)} is not a list of receivers such as ${instead}` }];
  }
  if (receivers.length === 0) return [{ path: "", problem: "names nobody; name a receiver or leave the severity out" }];
  const each = receivers.flatMap((receiver, index) =>
    under(`[${index}]`, receiverProblems(receiver, onCall, severity)),
  );
  return each.length > 0 ? each : tooMany(receiversOf(onCall, severity));
}

function receiverProblems(receiver: ReceiverArgs, onCall: OnCallArgs, severity: Severity): Problem[] {
  const given = kinds.filter((kind) => receiver?.[kind] !== undefined);
  if (given.length !== 1) {
    const what = given.length === 0 ? "names no receiver" : `names ${given.join(" and ")}`;
    return [{ path: "", problem: `${what}; give one of ${kinds.join(", ")} an entry` }];
  }
  const { email, webhook, logicApp, azureApp, sameAs } = receiver;
  if (sameAs !== undefined) return under("sameAs", sameAsProblems(sameAs, onCall, severity));
  return [
    ...check("email", email, EMAIL, "an e-mail address"),
    ...check("azureApp", azureApp, EMAIL, "an e-mail address"),
    ...checkAddress("webhook", webhook),
    ...(logicApp
      ? check("logicApp.resourceId", logicApp.resourceId ?? "", LOGIC_APP, "a Logic App's resource id")
      : []),
    ...(logicApp ? checkAddress("logicApp.callbackUrl", logicApp.callbackUrl ?? "") : []),
  ];
}

function sameAsProblems(other: Severity, onCall: OnCallArgs, severity: Severity): Problem[] {
  if (!severityNames.includes(other)) return [{ path: "", problem: notOneOf(other, severityNames) }];
  if (other === severity)
    return [{ path: "", problem: `${severity} cannot be the same as itself; name its receivers` }];
  const theirs = onCall[other];
  if (!Array.isArray(theirs) || theirs.length === 0)
    return [{ path: "", problem: `${other} has no receivers; name some there, or name ${severity}'s own here` }];
  if (theirs.some((receiver) => receiver?.sameAs !== undefined))
    return [
      { path: "", problem: `${other} is the same as another severity itself; name the one that has the receivers` },
    ];
  return [];
}

/** Values that are outputs pass: they are not known yet. */
function check(path: string, value: unknown, pattern: RegExp, what: string): Problem[] {
  if (typeof value !== "string" || pattern.test(value)) return [];
  return [{ path, problem: `${JSON.stringify(value)} is not ${what}` }];
}

/** The address is not repeated: it may hold a key. */
function checkAddress(path: string, value: unknown): Problem[] {
  if (typeof value !== "string" || isHttps(value)) return [];
  return [{ path, problem: "is not an https address; alerts are not sent in the open" }];
}

function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === "https:";
}

function tooMany(receivers: readonly ReceiverArgs[]): Problem[] {
  return kinds.flatMap((kind) => {
    const count = receivers.filter((receiver) => receiver[kind] !== undefined).length;
    return count > limits[kind]
      ? [{ path: "", problem: `${count} receivers of kind ${kind}; an action group takes ${limits[kind]}` }]
      : [];
  });
}

function missingReceivers(onCall: OnCallArgs, ring: Ring | undefined): Problem[] {
  if (!ring) return [];
  const { requiredReceivers } = ring;
  const missing = requiredReceivers.filter((severity) => onCall[severity] === undefined);
  const [first] = requiredReceivers;
  const last = missing.at(-1);
  if (first === undefined || last === undefined) return [];
  const rule = `${ring.name} needs a receiver for ${requiredReceivers.join(" and ")}`;
  const hint =
    last === first
      ? `${first} has none`
      : `${last} falls to ${first}'s receivers only if you say so (onCall.${last}: [{ sameAs: "${first}" }])`;
  return [{ path: "", problem: `${rule}; ${hint}` }];
}
