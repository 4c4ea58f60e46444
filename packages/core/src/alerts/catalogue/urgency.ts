import type { Severity } from "../../severities";
import type { PerRing } from "../alert-row";

/** Everybody notices at once: wakes somebody in prod, who has five minutes. */
export const isDown: PerRing<Severity> = { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev0" };

/** Users notice now or within the hour: wakes somebody in prod. */
export const wakesSomebody: PerRing<Severity> = { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev1" };

/** Some users notice, or a safety net is gone: the team's channel in prod, within the hour. */
export const tellsTheTeam: PerRing<Severity> = { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" };

/** Nobody notices yet: somebody looks this week. */
export const canWait: PerRing<Severity> = { sandbox: "Sev4", dev: "Sev4", test: "Sev4", prod: "Sev3" };

/** The same value in all rings. */
export function inEveryRing<T>(value: T): PerRing<T> {
  return { sandbox: value, dev: value, test: value, prod: value };
}
