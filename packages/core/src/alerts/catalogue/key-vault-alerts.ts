import { metricAlert } from "../metric-alert";
import { canWait } from "./urgency";

const service = "Microsoft.KeyVault/vaults";

export const keyVaultUnavailable = metricAlert({
  id: "key-vault-unavailable",
  asks: "Does the vault answer?",
  service,
  metric: "Availability",
  aggregation: "Average",
  fires: {
    under: { sandbox: 90, dev: 90, test: 90, prod: 99 },
    because: "Azure Monitor Baseline Alerts' verified 90 %; in prod 99 %, because every caller of a model starts here",
  },
  unit: "percent of requests",
  window: "PT5M",
  every: "PT1M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev1" },
  noData: "quiet",
  runbook: "key-vault-unavailable",
  requirements: ["OE-R8", "OE-R10"],
  needsTraffic: true,
});

export const keyVaultSaturated = metricAlert({
  id: "key-vault-saturated",
  asks: "Is the vault close to its request limit?",
  service,
  metric: "SaturationShoebox",
  aggregation: "Average",
  splitBy: ["TransactionType"],
  fires: {
    over: { sandbox: 75, dev: 75, test: 75, prod: 75 },
    because: "Azure Monitor Baseline Alerts, verified",
  },
  unit: "percent of the vault's capacity",
  window: "PT5M",
  every: "PT1M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "key-vault-saturated",
  requirements: ["OE-R8"],
  needsTraffic: true,
});

/** 403 only: a 401 is how every client learns where to get a token. */
export const keyVaultAccessDenied = metricAlert({
  id: "key-vault-access-denied",
  asks: "Does the vault refuse callers?",
  service,
  metric: "ServiceApiResult",
  aggregation: "Count",
  where: { StatusCode: ["403"] },
  splitBy: ["ActivityName"],
  fires: {
    over: { sandbox: 50, dev: 50, test: 10, prod: 5 },
    because:
      "a broken deployment or a probing stranger asks again and again; five leaves room for a person's typing error; judgement",
  },
  unit: "requests answered 403",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "key-vault-access-denied",
  requirements: ["OE-R8"],
  needsTraffic: true,
});

export const keyVaultSlow = metricAlert({
  id: "key-vault-slow",
  asks: "How long does the vault take to answer?",
  service,
  metric: "ServiceApiLatency",
  aggregation: "Average",
  fires: {
    over: { sandbox: 2_000, dev: 2_000, test: 1_000, prod: 1_000 },
    because: "Azure Monitor Baseline Alerts, verified, over fifteen minutes instead of five",
  },
  unit: "milliseconds",
  window: "PT15M",
  every: "PT5M",
  severity: canWait,
  noData: "quiet",
  runbook: "key-vault-saturated",
  requirements: ["OE-R8"],
  needsTraffic: true,
});
