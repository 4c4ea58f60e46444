import { metrics } from "@opentelemetry/api";
import type { InventoryRow } from "./inventory-row";

/** Where the measurements go: OpenTelemetry's meter, unless a test has its own. */
export interface AgeGauges {
  record(row: InventoryRow): void;
}

/**
 * Two gauges, `ringfence.secret.age_days` and `ringfence.secret.days_left`, both in days, by kind, name and who renews
 * it. What never expires has no `days_left`: the sweep reports it, and a made-up number would look like a measured one.
 */
export function ageGauges(): AgeGauges {
  const meter = metrics.getMeter("ringfence.operations");
  const age = meter.createGauge("ringfence.secret.age_days", { unit: "d" });
  const left = meter.createGauge("ringfence.secret.days_left", { unit: "d" });
  return {
    record: ({ kind, name, ageDays, daysLeft, renewedBy }) => {
      const attributes = { "ringfence.kind": kind, "ringfence.name": name, "ringfence.renewed_by": renewedBy };
      age.record(ageDays, attributes);
      if (daysLeft !== undefined) left.record(daysLeft, attributes);
    },
  };
}
