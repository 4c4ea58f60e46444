import type { MinuteSeries } from "./minute-series";
import type { TimeAxis } from "./time-axis";

/** Series over the same minutes. */
export interface Telemetry {
  axis: TimeAxis;
  series: readonly MinuteSeries[];
}

/** The series of one metric. Azure does not tell upper from lower case in resource types and metric names. */
export function seriesOf({ series }: Telemetry, service: string, metric: string): MinuteSeries[] {
  const [type, name] = [service.toLowerCase(), metric.toLowerCase()];
  return series.filter((one) => one.service.toLowerCase() === type && one.metric.toLowerCase() === name);
}
