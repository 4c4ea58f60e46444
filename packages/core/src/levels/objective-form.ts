import { type BurnRateRule, burnRateRules, windowsFor } from "./burn-windows";
import { durationMinutes } from "./duration";
import type { ObjectiveDefinition } from "./objective";
import { IndicatorForm, type IndicatorFormRow, indicatorForms, ObjectiveKind } from "./objective-kind";
import { nominalDays, type Period } from "./period";

/** The form of a definition's indicator; undefined where its kind is none. */
export function formOf({
  kind,
  quantile,
}: Pick<ObjectiveDefinition, "kind" | "quantile">): IndicatorFormRow | undefined {
  switch (kind) {
    case ObjectiveKind.SuccessRate:
      return indicatorForms[IndicatorForm.SuccessRate];
    case ObjectiveKind.Latency:
      return indicatorForms[quantile === undefined ? IndicatorForm.LatencyShare : IndicatorForm.LatencyQuantile];
    case ObjectiveKind.EvaluationScore:
      return indicatorForms[IndicatorForm.EvaluationScore];
    default:
      return undefined;
  }
}

/**
 * The rules that an objective gets, of its own windows or of the catalogue's.
 *
 * @throws RangeError for a period that no catalogue is for, where it states no windows.
 */
export function rulesOf(definition: ObjectiveDefinition, form: IndicatorFormRow, period: Period): BurnRateRule[] {
  const days = nominalDays(period);
  const all = burnRateRules(definition.windows ?? windowsFor(days).windows, days);
  const wanted = definition.alerts ?? form.alerts;
  return all.filter((rule) => wanted.includes(rule.id));
}

/** The length of a slice in minutes; the form's own where the definition's is no length of time. */
export function sliceMinutes({ slice }: Pick<ObjectiveDefinition, "slice">, form: IndicatorFormRow): number {
  return durationMinutes(slice ?? form.slice) ?? durationMinutes(form.slice) ?? 1;
}
