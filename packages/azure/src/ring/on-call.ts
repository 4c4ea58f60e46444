import { type Input, secret } from "@pulumi/pulumi";
import { type Severity, severityNames } from "@ringfence/core/severities";

/** Who is told of alerts, by severity. A severity that is left out has nobody. */
export interface OnCallArgs {
  /** The service is down or unsafe for everyone; pages somebody. */
  Sev0?: ReceiverArgs[];
  /** Many users are affected; pages somebody. */
  Sev1?: ReceiverArgs[];
  /** Some users are affected, or a safety net is gone. */
  Sev2?: ReceiverArgs[];
  /** Nobody is affected yet; somebody should look this week. */
  Sev3?: ReceiverArgs[];
  /** Worth knowing; no action is promised. */
  Sev4?: ReceiverArgs[];
}

/** One receiver of alerts. Give exactly one of its properties. */
export interface ReceiverArgs {
  /** An e-mail address. Azure sends at most 100 mails an hour to one. */
  email?: Input<string>;
  /** An https address that is called with the common alert schema. Kept secret, because such an address often holds a key. */
  webhook?: Input<string>;
  /** A Logic App that is called with the common alert schema. */
  logicApp?: LogicAppReceiverArgs;
  /** The e-mail address of an account in the Azure mobile app, which gets a push message. */
  azureApp?: Input<string>;
  /** Whoever another severity names: `Sev0`. It must name its receivers itself. */
  sameAs?: Severity;
}

/** A Logic App as a receiver of alerts. */
export interface LogicAppReceiverArgs {
  /** The Logic App's resource id. */
  resourceId: Input<string>;
  /** The address of its HTTP trigger. Kept secret, because it holds a signature. */
  callbackUrl: Input<string>;
}

/** A severity's receivers, those of another severity put in where it says so. */
export function receiversOf(onCall: OnCallArgs | undefined, severity: Severity): ReceiverArgs[] {
  return (onCall?.[severity] ?? []).flatMap((receiver) =>
    receiver.sameAs === undefined ? [receiver] : (onCall?.[receiver.sameAs] ?? []),
  );
}

/** The severities that reach somebody, most urgent first. */
export function severitiesWithReceivers(onCall: OnCallArgs | undefined): Severity[] {
  return severityNames.filter((severity) => receiversOf(onCall, severity).length > 0);
}

/** The same receivers with the addresses that may hold a key marked as secret, so that no state shows them. */
export function secretReceivers(onCall: OnCallArgs | undefined): OnCallArgs | undefined {
  if (!onCall) return undefined;
  return Object.fromEntries(
    Object.entries(onCall).map(([severity, receivers]: [string, ReceiverArgs[]]) => [
      severity,
      receivers.map(({ webhook, logicApp, ...rest }) => ({
        ...rest,
        ...(webhook !== undefined && { webhook: secret(webhook) }),
        ...(logicApp && { logicApp: { ...logicApp, callbackUrl: secret(logicApp.callbackUrl) } }),
      })),
    ]),
  );
}
