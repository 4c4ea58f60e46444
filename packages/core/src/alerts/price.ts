import type { AlertRow } from "./alert-row";
import { minutesOf } from "./intervals";

/** US dollars a month for a log alert that runs so often, in minutes, or less often (Azure Monitor's price page). */
const logAlertPrices = [
  { everyMinutes: 15, price: 0.5 },
  { everyMinutes: 10, price: 1 },
  { everyMinutes: 5, price: 1.5 },
  { everyMinutes: 1, price: 3 },
];

/** US dollars a month for each time series that a metric alert watches, such as one model deployment. */
const METRIC_SERIES_PRICE = 0.1;

/**
 * What one rule of an alert costs a month in US dollars at list price, for one time series; each further value of its
 * dimensions adds to it. Alerts on the activity log and budgets are free.
 */
export function monthlyPrice(row: AlertRow): number {
  switch (row.kind) {
    case "metric":
      return METRIC_SERIES_PRICE;
    case "log":
      return logAlertPrices.find(({ everyMinutes }) => minutesOf[row.every] >= everyMinutes)?.price ?? 0;
    case "activityLog":
    case "budget":
      return 0;
  }
}
