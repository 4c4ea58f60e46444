import { startPack } from "@ringfence/policies/pack";
import * as aiAccount from "@ringfence/policies/rules/ai-account";
import * as alerts from "@ringfence/policies/rules/alerts";
import * as applicationInsights from "@ringfence/policies/rules/application-insights";
import * as gateway from "@ringfence/policies/rules/gateway";
import * as keyVault from "@ringfence/policies/rules/key-vault";
import * as mlEndpoint from "@ringfence/policies/rules/ml-endpoint";
import * as mlWorkspace from "@ringfence/policies/rules/ml-workspace";
import * as search from "@ringfence/policies/rules/search";

startPack({
  name: "ringfence-observability",
  displayName: "Ringfence: observability",
  description:
    "Everything writes its logs, every alert reaches somebody with a runbook, and production has its alerts and service levels.",
  rules: [
    aiAccount.baselineAlerts,
    aiAccount.comprehensiveMonitoring,
    aiAccount.diagnostics,
    ...Object.values(alerts),
    applicationInsights.workspace,
    gateway.gatewayLogs,
    keyVault.auditSetting,
    keyVault.audited,
    keyVault.expiryEvents,
    mlEndpoint.applicationInsights,
    mlWorkspace.diagnostics,
    search.diagnostics,
  ],
});
